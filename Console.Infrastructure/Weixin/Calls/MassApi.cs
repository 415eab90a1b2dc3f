using System.Text.Json.Serialization;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Pushing to followers (reference §4).</summary>
public class MassApi
{
    /// <summary>The current page allows 32 characters; a UUID with hyphens is refused with 45067.</summary>
    public const int MaxClientMsgIdLength = 32;

    private readonly AccountCalls _calls;

    internal MassApi(AccountCalls calls) => _calls = calls;

    /// <summary>
    /// Pushes a draft to all followers. The same <paramref name="clientMsgId"/> never sends twice within 24 hours: the platform then
    /// answers 45065 with the first job's id.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="draftId">The draft.</param>
    /// <param name="clientMsgId">Key of this sending, at most 32 ASCII characters.</param>
    /// <param name="token">Cancels.</param>
    public virtual Task<Answer<MassJob>> SendAllAsync(WeixinAccount account, string draftId, string clientMsgId, CancellationToken token)
    {
        CheckKey(clientMsgId);
        // A reprint is stopped (0) and not sent with somebody else's words and layout.
        var body = new MassBody(new(IsToAll: true), new(draftId), "mpnews", SendIgnoreReprint: 0, clientMsgId);
        return _calls.PostAsync<MassJob>(account, "/cgi-bin/message/mass/sendall", body, Repeat.Never, token);
    }

    /// <summary>State of a job.</summary>
    public virtual Task<Answer<MassResult>> GetAsync(WeixinAccount account, string msgId, CancellationToken token) =>
        _calls.PostAsync<MassResult>(account, "/cgi-bin/message/mass/get", new { MsgId = msgId }, Repeat.Safe, token);

    /// <summary>Takes a push's article off; received cards stay. <paramref name="articleIndex"/> counts from 1; null takes all.</summary>
    public virtual Task<Answer<Done>> DeleteAsync(WeixinAccount account, long msgId, int? articleIndex, CancellationToken token) =>
        _calls.PostAsync<Done>(account, "/cgi-bin/message/mass/delete", new { MsgId = msgId, ArticleIdx = articleIndex }, Repeat.Never, token);

    /// <summary>Shows a draft to one WeChat user, by WeChat id; 100 a day.</summary>
    public virtual Task<Answer<Done>> PreviewAsync(WeixinAccount account, string draftId, string wechatId, CancellationToken token) =>
        _calls.PostAsync<Done>(account, "/cgi-bin/message/mass/preview", new { Towxname = wechatId, Mpnews = new { MediaId = draftId }, Msgtype = "mpnews" }, Repeat.Never, token);

    /// <summary>The platform refuses a longer key with 45067, and takes an empty one for none.</summary>
    /// <exception cref="ArgumentException">Not 1 to 32 characters.</exception>
    private protected static void CheckKey(string clientMsgId)
    {
        if (clientMsgId.Length is 0 or > MaxClientMsgIdLength) throw new ArgumentException("A clientmsgid has 1 to 32 characters.", nameof(clientMsgId));
    }

    private sealed record MassBody(
        MassFilter Filter,
        MassDraft Mpnews,
        string Msgtype,
        int SendIgnoreReprint,
        [property: JsonPropertyName("clientmsgid")] string ClientMsgId);

    private sealed record MassFilter(bool IsToAll);

    private sealed record MassDraft(string MediaId);
}

/// <summary>An accepted push.</summary>
public sealed record MassJob
{
    /// <summary>Id of the job.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public required string MsgId { get; init; }

    /// <summary>Id for comments and figures.</summary>
    [JsonConverter(typeof(NumberOrStringConverter))]
    public string? MsgDataId { get; init; }
}

/// <summary>State of a push.</summary>
public sealed record MassResult
{
    /// <summary>SEND_SUCCESS, SENDING, SEND_FAIL or DELETE.</summary>
    public required string MsgStatus { get; init; }
}
