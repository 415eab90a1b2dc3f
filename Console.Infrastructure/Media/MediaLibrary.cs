using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Which part of the library.</summary>
public enum MediaShelf
{
    /// <summary>Everything the person may use.</summary>
    All,

    /// <summary>Uploaded by the person.</summary>
    Mine,

    /// <summary>Shared by a body for those below it.</summary>
    Shared,

    /// <summary>Expired, or expiring within <see cref="MediaFilter.SoonDays"/> days.</summary>
    Expiring,

    /// <summary>In no post.</summary>
    Unused,
}

/// <summary>Which pictures a list shows; retired ones never.</summary>
public sealed record MediaFilter
{
    /// <summary>Days that count as soon.</summary>
    public const int SoonDays = 30;

    /// <summary>The agency and everything below it, and what is shared with it.</summary>
    public Guid? Agency { get; init; }

    /// <summary>Words in name, alternative text or source.</summary>
    public string? Query { get; init; }

    /// <summary>Which part.</summary>
    public MediaShelf Shelf { get; init; }
}

/// <summary>A picture as the library shows it.</summary>
public sealed record MediaCard(
    Guid Id, string FileName, string ContentType, int Width, int Height, int Bytes, string Sha256, DateTimeOffset At, Guid AgencyId, string Alt,
    MediumRights Rights, DateOnly? ExpiresOn, bool Shared, int Uses, uint Version)
{
    /// <summary>The address by which bodies show it.</summary>
    public string Url => "/media/" + Id;

    /// <summary>Address of its small form.</summary>
    public string ThumbnailUrl => Url + "/thumbnail";

    /// <summary>Name of the agency; null where a body above the actor's scope shares it.</summary>
    public string? AgencyName { get; init; }

    /// <summary>Who uploaded it.</summary>
    public string? ByName { get; init; }
}

/// <summary>A post that shows a picture now.</summary>
public sealed record MediaUseRow(Guid PostId, string Title, PostStatus Status, DateTimeOffset? At);
