namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Answers to citizens through the customer-service interface (reference §6).</summary>
public class MessageApi
{
    private readonly AccountCalls _calls;

    internal MessageApi(AccountCalls calls) => _calls = calls;

    /// <summary>Sends a text; possible for 48 hours and five messages after the citizen's own (45015, 45047).</summary>
    public virtual Task<Answer<Done>> SendTextAsync(WeixinAccount account, string openId, string text, CancellationToken token) =>
        _calls.PostAsync<Done>(account, "/cgi-bin/message/custom/send", new { Touser = openId, Msgtype = "text", Text = new { Content = text } }, Repeat.Never, token);
}
