using Senparc.Weixin.MP.AdvancedAPIs;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Answers to citizens by way of the library.</summary>
internal sealed class SenparcMessageApi(AccountCalls accounts, SenparcCalls calls) : MessageApi(accounts)
{
    /// <inheritdoc />
    public override Task<Answer<Done>> SendTextAsync(WeixinAccount account, string openId, string text, CancellationToken token) =>
        // By default the library makes several messages of a long text; each would count, and one could be lost.
        calls.SendAsync<Done>(
            account, Repeat.Never, access => CustomApi.SendTextAsync(access, openId, text, SenparcClient.NoLimit, limitedBytes: 0), token);
}
