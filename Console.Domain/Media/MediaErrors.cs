using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Media;

/// <summary>Refusals about pictures.</summary>
public static class MediaErrors
{
    /// <summary>Not a PNG, JPEG or GIF by its content.</summary>
    public static readonly Error UnsupportedType = new("media-unsupported-type", ErrorKind.Invalid, "file");

    /// <summary>Larger than <see cref="Medium.BytesLimit"/>.</summary>
    public static readonly Error TooLarge = new("media-too-large", ErrorKind.Invalid, "file", Medium.BytesLimit / 1024 / 1024);

    /// <summary>More than <see cref="Medium.PixelsLimit"/> pixels.</summary>
    public static readonly Error TooManyPixels = new("media-too-many-pixels", ErrorKind.Invalid, "file", Medium.PixelsLimit / 10_000);

    /// <summary>A picture in a post that is foreign, unknown or out of scope.</summary>
    public static Error Unknown(string field) => new("media-unknown", ErrorKind.Invalid, field);

    /// <summary>Posts show it; it cannot be taken out of the library.</summary>
    public static Error InUse(int posts) => new("media-in-use", ErrorKind.Conflict, null, posts);

    /// <summary>May not be shown any more on the day in question: names of the pictures and the last day.</summary>
    public static Error Expired(string names, DateOnly last) => new("media-expired", ErrorKind.Conflict, null, names, last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
