namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>A picture to upload, under a plain ASCII name: Chinese file names break the platform's parser.</summary>
public sealed record UploadFile
{
    private UploadFile(string name, string contentType, ReadOnlyMemory<byte> bytes) => (Name, ContentType, Bytes) = (name, contentType, bytes);

    /// <summary>ASCII name with extension.</summary>
    public string Name { get; }

    /// <summary>MIME type.</summary>
    public string ContentType { get; }

    /// <summary>The file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>A JPEG.</summary>
    public static UploadFile Jpeg(ReadOnlyMemory<byte> bytes) => new("picture.jpg", "image/jpeg", bytes);

    /// <summary>A PNG.</summary>
    public static UploadFile Png(ReadOnlyMemory<byte> bytes) => new("picture.png", "image/png", bytes);
}
