namespace GovAccountConsole.Domain.Media;

/// <summary>What a picture goes to the platform for; each has limits of its own.</summary>
public enum UploadPurpose
{
    /// <summary>Shown in an article: the platform gives an address. JPEG or PNG under 1 MB.</summary>
    Body,

    /// <summary>A cover: the platform gives a permanent media_id. JPEG of 2.35:1, at most 900 pixels wide.</summary>
    Cover,
}
