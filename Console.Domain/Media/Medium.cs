using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Media;

/// <summary>素材: a picture that belongs to an agency. Its bytes never change; other bytes are another medium.</summary>
public sealed partial class Medium : Aggregate, IScoped
{
    /// <summary>Largest upload, in bytes (add_material takes 10 MB).</summary>
    public const int BytesLimit = 10 * 1024 * 1024;

    /// <summary>Largest picture, in pixels: a small file may unfold into gigabytes.</summary>
    public const int PixelsLimit = 40_000_000;

    private Medium()
    {
    }

    /// <summary>Takes in a picture whose form was read from its content, never from its name.</summary>
    public Medium(Guid agencyId, Guid? byId, string fileName, string contentType, int width, int height, byte[] bytes, string sha256, DateTimeOffset now, Guid? id = null)
    {
        Id = id ?? Id;
        AgencyId = agencyId;
        ById = byId;
        FileName = fileName;
        ContentType = contentType;
        Width = width;
        Height = height;
        Bytes = bytes.Length;
        Sha256 = sha256;
        At = now;
        Content = new MediumContent(Id, bytes);
    }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public Guid? ById { get; private set; }

    /// <summary>The name it came with, for people.</summary>
    public string FileName { get; private set; } = string.Empty;

    /// <summary>image/png, image/jpeg or image/gif, by content.</summary>
    public string ContentType { get; private set; } = string.Empty;

    /// <summary>Pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Pixels.</summary>
    public int Height { get; private set; }

    /// <summary>Size in bytes.</summary>
    public int Bytes { get; private set; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Sha256 { get; private set; } = string.Empty;

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The bytes, in a table of their own so that lists stay light.</summary>
    public MediumContent? Content { get; private set; }
}
