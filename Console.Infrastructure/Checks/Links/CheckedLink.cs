namespace GovAccountConsole.Infrastructure.Checks.Links;

/// <summary>A link that stood in some post, with how it stood when last tried. One row per address, whoever uses it.</summary>
internal sealed class CheckedLink
{
    /// <summary>Longest address that is tried, in characters.</summary>
    public const int UrlLimit = 2_000;

    /// <summary>SHA-256 of the address, hex.</summary>
    public string UrlHash { get; private set; } = string.Empty;

    /// <summary>The address.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>Its host, which is left alone for a moment after each question.</summary>
    public string Host { get; private set; } = string.Empty;

    /// <summary>Whether it opened; null: not tried, or it could not be told.</summary>
    public bool? Alive { get; private set; }

    /// <summary>Why not.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>HTTP status of the last answer.</summary>
    public int Status { get; private set; }

    /// <summary>When it was last tried, UTC.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>When it is due again, UTC.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>When it last stood in a text somebody looked at, UTC.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>Until when a worker holds it, UTC.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }
}
