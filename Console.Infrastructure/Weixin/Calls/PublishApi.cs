using System.Text.Json.Serialization;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Publishing to the account's page without notifying followers (reference §3.3).</summary>
public class PublishApi
{
    private readonly AccountCalls _calls;

    internal PublishApi(AccountCalls calls) => _calls = calls;

    /// <summary>
    /// Submits a draft; success means only that a job was accepted. There is no key against repetition, so this is never repeated
    /// blindly: look up first (draft/get, freepublish/batchget).
    /// </summary>
    public virtual Task<Answer<PublishJob>> SubmitAsync(WeixinAccount account, string draftId, CancellationToken token) =>
        _calls.PostAsync<PublishJob>(account, "/cgi-bin/freepublish/submit", new { MediaId = draftId }, Repeat.Never, token);

    /// <summary>State of a job; 100 calls a day by default, so ask seldom.</summary>
    public virtual Task<Answer<PublishResult>> GetAsync(WeixinAccount account, string publishId, CancellationToken token) =>
        _calls.PostAsync<PublishResult>(account, "/cgi-bin/freepublish/get", new { PublishId = publishId }, Repeat.Safe, token);

    /// <summary>What was published from the draft box, newest first; <paramref name="count"/> 1 to 20.</summary>
    public virtual Task<Answer<PublishedPage>> BatchGetAsync(WeixinAccount account, int offset, int count, bool withContent, CancellationToken token) =>
        _calls.PostAsync<PublishedPage>(account, "/cgi-bin/freepublish/batchget", new { Offset = offset, Count = count, NoContent = withContent ? 0 : 1 }, Repeat.Safe, token);

    /// <summary>Reads a published article.</summary>
    public virtual Task<Answer<NewsItems>> GetArticleAsync(WeixinAccount account, string articleId, CancellationToken token) =>
        _calls.PostAsync<NewsItems>(account, "/cgi-bin/freepublish/getarticle", new { ArticleId = articleId }, Repeat.Safe, token);

    /// <summary>Takes a publication off for good. <paramref name="index"/> counts from 1; null takes all articles.</summary>
    public virtual Task<Answer<Done>> DeleteAsync(WeixinAccount account, string articleId, int? index, CancellationToken token) =>
        _calls.PostAsync<Done>(account, "/cgi-bin/freepublish/delete", new { ArticleId = articleId, Index = index }, Repeat.Never, token);
}

/// <summary>An accepted publish job.</summary>
public sealed record PublishJob
{
    /// <summary>Id of the job (not of an article).</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public required string PublishId { get; init; }

    /// <summary>Id for comments and figures; absent on some accounts.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? MsgDataId { get; init; }
}

/// <summary>State of a publish job.</summary>
public sealed record PublishResult
{
    /// <summary>0 done, 1 running, 2 original check failed, 3 failed, 4 rejected by the platform, 5 deleted later, 6 banned later.</summary>
    public required int PublishStatus { get; init; }

    /// <summary>Id of the publication, once it is done.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Its articles.</summary>
    public PublishedDetail? ArticleDetail { get; init; }

    /// <summary>Positions from 1 of the articles that failed; for 2 and 4 only.</summary>
    public IReadOnlyList<int>? FailIdx { get; init; }
}

/// <summary>Articles of a finished job.</summary>
public sealed record PublishedDetail
{
    /// <summary>The articles.</summary>
    public IReadOnlyList<PublishedUrl> Item { get; init; } = [];
}

/// <summary>Address of one article.</summary>
public sealed record PublishedUrl
{
    /// <summary>Position from 1.</summary>
    public int Idx { get; init; }

    /// <summary>Permanent address.</summary>
    public string ArticleUrl { get; init; } = "";
}

/// <summary>A page of publications.</summary>
public sealed record PublishedPage
{
    /// <summary>Publications in all.</summary>
    public required int TotalCount { get; init; }

    /// <summary>This page.</summary>
    public IReadOnlyList<PublishedListItem> Item { get; init; } = [];
}

/// <summary>A publication in a list.</summary>
public sealed record PublishedListItem
{
    /// <summary>Id of the publication.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Its articles.</summary>
    public NewsItems? Content { get; init; }

    /// <summary>When, Unix seconds.</summary>
    public long UpdateTime { get; init; }
}
