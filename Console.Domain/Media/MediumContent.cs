namespace GovAccountConsole.Domain.Media;

/// <summary>The bytes of a picture.</summary>
public sealed class MediumContent(Guid mediumId, byte[] bytes)
{
    /// <summary>The picture.</summary>
    public Guid MediumId { get; private set; } = mediumId;

    /// <summary>As stored.</summary>
    public byte[] Bytes { get; private set; } = bytes;

    /// <summary>A small JPEG for lists; null until one was made.</summary>
    public byte[]? Thumbnail { get; set; }
}
