namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>The account's draft box (reference §3). A draft vanishes when it is published or sent, so it is never our storage.</summary>
public class DraftApi
{
    private readonly AccountCalls _calls;

    internal DraftApi(AccountCalls calls) => _calls = calls;

    /// <summary>Makes a draft of 1 to 8 articles. May be repeated: the worst is a draft too many.</summary>
    public virtual Task<Answer<DraftId>> AddAsync(WeixinAccount account, IReadOnlyList<DraftArticle> articles, CancellationToken token) =>
        _calls.PostAsync<DraftId>(account, "/cgi-bin/draft/add", new { Articles = articles }, Repeat.Safe, token);

    /// <summary>Reads a draft; 40007 when it is gone.</summary>
    public virtual Task<Answer<NewsItems>> GetAsync(WeixinAccount account, string mediaId, CancellationToken token) =>
        _calls.PostAsync<NewsItems>(account, "/cgi-bin/draft/get", new { MediaId = mediaId }, Repeat.Safe, token);

    /// <summary>Replaces one article of a draft; <paramref name="index"/> counts from 0. May be repeated.</summary>
    public virtual Task<Answer<Done>> UpdateAsync(WeixinAccount account, string mediaId, int index, DraftArticle article, CancellationToken token) =>
        _calls.PostAsync<Done>(account, "/cgi-bin/draft/update", new { MediaId = mediaId, Index = index, Articles = article }, Repeat.Safe, token);

    /// <summary>Deletes a draft; deleting again is no error.</summary>
    public virtual Task<Answer<Done>> DeleteAsync(WeixinAccount account, string mediaId, CancellationToken token) =>
        _calls.PostAsync<Done>(account, "/cgi-bin/draft/delete", new { MediaId = mediaId }, Repeat.Safe, token);

    /// <summary>Lists drafts, newest first; <paramref name="count"/> 1 to 20.</summary>
    public virtual Task<Answer<DraftPage>> BatchGetAsync(WeixinAccount account, int offset, int count, bool withContent, CancellationToken token) =>
        _calls.PostAsync<DraftPage>(account, "/cgi-bin/draft/batchget", new { Offset = offset, Count = count, NoContent = withContent ? 0 : 1 }, Repeat.Safe, token);
}

/// <summary>An article as it is sent to the draft box.</summary>
public sealed record DraftArticle
{
    /// <summary>Kind of article; always <c>news</c> here.</summary>
    public string ArticleType { get; init; } = "news";

    /// <summary>Title, at most 64 characters at the API, 32 by the official page.</summary>
    public required string Title { get; init; }

    /// <summary>Author, at most 16 characters.</summary>
    public string? Author { get; init; }

    /// <summary>Summary, at most 120 characters.</summary>
    public string? Digest { get; init; }

    /// <summary>HTML under 20,000 characters and 1 MB whose pictures are all on the platform's image host.</summary>
    public required string Content { get; init; }

    /// <summary>"Read more" link.</summary>
    public string? ContentSourceUrl { get; init; }

    /// <summary>Permanent id of the cover.</summary>
    public required string ThumbMediaId { get; init; }

    /// <summary>1 opens comments.</summary>
    public int NeedOpenComment { get; init; }

    /// <summary>1 lets only followers comment.</summary>
    public int OnlyFansCanComment { get; init; }
}

/// <summary>Id of a draft.</summary>
public sealed record DraftId
{
    /// <summary>Id within the draft box, at most 128 characters.</summary>
    public required string MediaId { get; init; }
}

/// <summary>Articles of a draft or of a publication.</summary>
public sealed record NewsItems
{
    /// <summary>The articles in order.</summary>
    public required IReadOnlyList<NewsItem> NewsItem { get; init; }
}

/// <summary>An article as the platform gives it back.</summary>
public sealed record NewsItem
{
    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Author.</summary>
    public string? Author { get; init; }

    /// <summary>Summary.</summary>
    public string? Digest { get; init; }

    /// <summary>Body after the platform's own filter; empty when asked for without content.</summary>
    public string? Content { get; init; }

    /// <summary>"Read more" link.</summary>
    public string? ContentSourceUrl { get; init; }

    /// <summary>Cover.</summary>
    public string? ThumbMediaId { get; init; }

    /// <summary>Address of the article (temporary for a draft).</summary>
    public string? Url { get; init; }

    /// <summary>True when a published article was deleted.</summary>
    public bool IsDeleted { get; init; }
}

/// <summary>A page of drafts.</summary>
public sealed record DraftPage
{
    /// <summary>Drafts in the box.</summary>
    public required int TotalCount { get; init; }

    /// <summary>This page.</summary>
    public IReadOnlyList<DraftListItem> Item { get; init; } = [];
}

/// <summary>A draft in a list.</summary>
public sealed record DraftListItem
{
    /// <summary>Id of the draft.</summary>
    public required string MediaId { get; init; }

    /// <summary>Its articles.</summary>
    public NewsItems? Content { get; init; }

    /// <summary>Last change, Unix seconds.</summary>
    public long UpdateTime { get; init; }
}
