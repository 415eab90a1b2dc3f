using LibraryPublishing = Senparc.Weixin.MP.AdvancedAPIs.FreePublish.FreePublishApi;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Publishing without notice by way of the library.</summary>
internal sealed class SenparcPublishApi(AccountCalls accounts, SenparcCalls calls) : PublishApi(accounts)
{
    /// <inheritdoc />
    public override Task<Answer<PublishJob>> SubmitAsync(WeixinAccount account, string draftId, CancellationToken token) =>
        calls.SendAsync<PublishJob>(account, Repeat.Never, access => LibraryPublishing.SubmitAsync(access, draftId, SenparcClient.NoLimit), token);

    /// <inheritdoc />
    public override Task<Answer<PublishResult>> GetAsync(WeixinAccount account, string publishId, CancellationToken token) =>
        calls.SendAsync<PublishResult>(account, Repeat.Safe, access => LibraryPublishing.GetAsync(access, publishId, SenparcClient.NoLimit), token);

    /// <inheritdoc />
    public override Task<Answer<PublishedPage>> BatchGetAsync(WeixinAccount account, int offset, int count, bool withContent, CancellationToken token) =>
        calls.SendAsync<PublishedPage>(
            account, Repeat.Safe, access => LibraryPublishing.GetFreePublishListAsync(access, offset, count, withContent ? 0 : 1, SenparcClient.NoLimit), token);

    /// <inheritdoc />
    public override Task<Answer<NewsItems>> GetArticleAsync(WeixinAccount account, string articleId, CancellationToken token) =>
        calls.SendAsync<NewsItems>(account, Repeat.Safe, access => LibraryPublishing.GetArticleAsync(access, articleId, SenparcClient.NoLimit), token);

    /// <inheritdoc />
    public override Task<Answer<Done>> DeleteAsync(WeixinAccount account, string articleId, int? index, CancellationToken token) =>
        calls.SendAsync<Done>(account, Repeat.Never, access => LibraryPublishing.DeleteAsync(access, articleId, index ?? 0, SenparcClient.NoLimit), token);
}
