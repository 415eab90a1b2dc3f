namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Pictures on the platform (reference §2).</summary>
public class MaterialApi
{
    private readonly AccountCalls _calls;

    internal MaterialApi(AccountCalls calls) => _calls = calls;

    /// <summary>Uploads a picture for an article's body; JPEG or PNG under 1 MB. Takes no place among the account's pictures.</summary>
    public virtual Task<Answer<BodyImage>> UploadImageAsync(WeixinAccount account, UploadFile file, CancellationToken token) =>
        _calls.UploadAsync<BodyImage>(account, "/cgi-bin/media/uploadimg", null, file, Repeat.Safe, token);

    /// <summary>Keeps a picture for good (up to 10 MB), for use as a cover. A repetition takes another of the account's 100,000 places.</summary>
    public virtual Task<Answer<Material>> AddImageAsync(WeixinAccount account, UploadFile file, CancellationToken token) =>
        _calls.UploadAsync<Material>(account, "/cgi-bin/material/add_material", "type=image", file, Repeat.Never, token);
}

/// <summary>Address of a picture for article bodies.</summary>
public sealed record BodyImage
{
    /// <summary>Address on the platform's image host.</summary>
    public required string Url { get; init; }
}

/// <summary>A permanent material.</summary>
public sealed record Material
{
    /// <summary>Permanent id, usable as <c>thumb_media_id</c>.</summary>
    public required string MediaId { get; init; }

    /// <summary>Address of the picture.</summary>
    public string? Url { get; init; }
}
