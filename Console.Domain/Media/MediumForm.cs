namespace GovAccountConsole.Domain.Media;

/// <summary>
/// A picture in the form in which it goes to the platform. Made once and kept: what people see in the preview, what an approval binds and what
/// is uploaded are these bytes, whatever a later encoder would make of the picture.
/// </summary>
public sealed class MediumForm(Guid mediumId, UploadPurpose purpose, string sha256, string contentType, byte[]? bytes)
{
    /// <summary>The picture.</summary>
    public Guid MediumId { get; private set; } = mediumId;

    /// <summary>What for.</summary>
    public UploadPurpose Purpose { get; private set; } = purpose;

    /// <summary>SHA-256 of the bytes that are sent, lower-case hex.</summary>
    public string Sha256 { get; private set; } = sha256;

    /// <summary>image/jpeg or image/png.</summary>
    public string ContentType { get; private set; } = contentType;

    /// <summary>The bytes; null where the picture goes as it is.</summary>
    public byte[]? Bytes { get; private set; } = bytes;
}
