using System.Text.Json;
using System.Text.Json.Nodes;
using Senparc.Weixin.MP.AdvancedAPIs.Draft.DraftJson;
using LibraryDrafts = Senparc.Weixin.MP.AdvancedAPIs.Draft.DraftApi;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Drafts by way of the library.</summary>
internal sealed class SenparcDraftApi(AccountCalls accounts, SenparcCalls calls) : DraftApi(accounts)
{
    // What DraftModel can say, by the platform's names. Without article_type the platform takes an article for news.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "title", "author", "digest", "content", "content_source_url", "thumb_media_id", "need_open_comment", "only_fans_can_comment",
    };

    /// <inheritdoc />
    public override Task<Answer<DraftId>> AddAsync(WeixinAccount account, IReadOnlyList<DraftArticle> articles, CancellationToken token) =>
        articles.Select(Lacking).FirstOrDefault(name => name is not null) is { } field
            ? Refuse<DraftId>(field)
            : calls.SendAsync<DraftId>(
                account, Repeat.Safe, access => LibraryDrafts.AddDraftAsync(access, SenparcClient.NoLimit, [.. articles.Select(Model)]), token);

    /// <inheritdoc />
    public override Task<Answer<NewsItems>> GetAsync(WeixinAccount account, string mediaId, CancellationToken token) =>
        calls.SendAsync<NewsItems>(account, Repeat.Safe, access => LibraryDrafts.GetDraftAsync(access, mediaId, SenparcClient.NoLimit), token);

    /// <inheritdoc />
    public override Task<Answer<Done>> UpdateAsync(WeixinAccount account, string mediaId, int index, DraftArticle article, CancellationToken token) =>
        Lacking(article) is { } field
            ? Refuse<Done>(field)
            : calls.SendAsync<Done>(
                account, Repeat.Safe, access => LibraryDrafts.UpdateDraftAsync(access, mediaId, index, Model(article), SenparcClient.NoLimit), token);

    /// <inheritdoc />
    public override Task<Answer<Done>> DeleteAsync(WeixinAccount account, string mediaId, CancellationToken token) =>
        calls.SendAsync<Done>(account, Repeat.Safe, access => LibraryDrafts.DeleteDraftAsync(access, mediaId, SenparcClient.NoLimit), token);

    /// <inheritdoc />
    public override Task<Answer<DraftPage>> BatchGetAsync(WeixinAccount account, int offset, int count, bool withContent, CancellationToken token) =>
        calls.SendAsync<DraftPage>(
            account, Repeat.Safe, access => LibraryDrafts.GetDraftListAsync(access, offset, count, withContent ? 0 : 1, SenparcClient.NoLimit), token);

    // Read from what would be sent, so that a field added to DraftArticle later is refused here and not dropped.
    private static string? Lacking(DraftArticle article) =>
        JsonSerializer.SerializeToNode(article, WeixinJson.Options)!.AsObject()
            .Where(member => member.Key == "article_type" ? member.Value?.GetValue<string>() != "news" : !Known.Contains(member.Key))
            .Select(member => member.Key).FirstOrDefault();

    private static Task<Answer<T>> Refuse<T>(string field)
        where T : class => Task.FromResult(Answer.Refused<T>(new(WeixinErrors.NotInClient, field, null)));

    private static DraftModel Model(DraftArticle article) => new()
    {
        title = article.Title,
        author = article.Author,
        digest = article.Digest,
        content = article.Content,
        content_source_url = article.ContentSourceUrl,
        thumb_media_id = article.ThumbMediaId,
        need_open_comment = article.NeedOpenComment,
        only_fans_can_comment = article.OnlyFansCanComment,
    };
}
