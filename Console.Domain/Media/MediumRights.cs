namespace GovAccountConsole.Domain.Media;

/// <summary>Whether the people shown agreed to be shown (个人信息保护法 第二十六条, 民法典 第一千零一十九条).</summary>
public enum PictureConsent
{
    /// <summary>Nobody said yet.</summary>
    Unknown,

    /// <summary>No person can be recognised.</summary>
    NobodyShown,

    /// <summary>Everybody shown agreed.</summary>
    Given,
}

/// <summary>What the agency may do with a picture.</summary>
/// <param name="Source">Where it comes from or who holds the licence.</param>
/// <param name="Consent">Whether the people shown agreed.</param>
/// <param name="Note">Anything else, in free words.</param>
public sealed record MediumRights(string Source, PictureConsent Consent, string Note)
{
    /// <summary>Nothing said yet.</summary>
    public static MediumRights Unknown { get; } = new(string.Empty, PictureConsent.Unknown, string.Empty);
}

/// <summary>What people say about a picture.</summary>
/// <param name="Alt">What it shows, for those who cannot see it.</param>
/// <param name="Rights">What may be done with it.</param>
/// <param name="ExpiresOn">The last Shanghai day on which it may be shown; null for ever.</param>
/// <param name="Shared">Whether the bodies below the agency may use it too.</param>
public sealed record MediumDetails(string Alt, MediumRights Rights, DateOnly? ExpiresOn, bool Shared);
