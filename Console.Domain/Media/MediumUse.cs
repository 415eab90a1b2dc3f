namespace GovAccountConsole.Domain.Media;

/// <summary>A revision shows a picture, in a body or as a cover. The database writes these rows itself, with the revision.</summary>
public sealed class MediumUse
{
    /// <summary>The revision.</summary>
    public Guid RevisionId { get; private set; }

    /// <summary>The picture.</summary>
    public Guid MediumId { get; private set; }

    /// <summary>The post.</summary>
    public Guid PostId { get; private set; }

    /// <summary>Number of the revision within the post.</summary>
    public int Revision { get; private set; }
}
