namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>
/// Makes calls in an account's name: brings the token, and when the platform refuses it, which is certain not to have done anything,
/// gets a fresh one once and repeats once.
/// </summary>
internal sealed class AccountCalls(WeixinTransport transport, TokenKeeper tokens, CircuitBreakers circuits)
{
    public Task<Answer<T>> PostAsync<T>(WeixinAccount account, string path, object body, Repeat repeat, CancellationToken token)
        where T : class => SendAsync<T>(account, path, null, WeixinBody.Json(body), repeat, token);

    public Task<Answer<T>> GetAsync<T>(WeixinAccount account, string path, CancellationToken token)
        where T : class => SendAsync<T>(account, path, null, null, Repeat.Safe, token);

    public Task<Answer<T>> UploadAsync<T>(WeixinAccount account, string path, string? query, UploadFile file, Repeat repeat, CancellationToken token)
        where T : class => SendAsync<T>(account, path, query, WeixinBody.Media(file), repeat, token);

    /// <summary>Makes a call with the account's token, and once more with a fresh one when the platform refused the first.</summary>
    public async Task<Answer<T>> WithTokenAsync<T>(WeixinAccount account, Func<string, Task<Answer<T>>> send, CancellationToken token)
        where T : class
    {
        if (account.Token is { } given) return await send(given);

        var first = await tokens.GetAsync(account.AppId, failed: null, token);
        if (first.Value is not { } kept) return WithoutToken<T>(first);
        var answer = await send(kept.Token);
        if (answer.Error is not { IsTokenInvalid: true }) return answer;

        var second = await tokens.GetAsync(account.AppId, failed: kept.Token, token);
        if (second.Value is not { } fresh) return WithoutToken<T>(second);
        return await send(fresh.Token);
    }

    private async Task<Answer<T>> SendAsync<T>(WeixinAccount account, string path, string? query, WeixinBody? body, Repeat repeat, CancellationToken token)
        where T : class
    {
        if (!circuits.MayCall(account.AppId, path)) return Answer.Lost<T>(new(UnknownReason.ConnectionLost, "spared after repeated failures", NeverLeft: true));
        var answer = await WithTokenAsync(account, given => transport.SendAsync<T>(new(path, query, given, body, repeat), token), token);
        circuits.Note(account.AppId, path, answered: answer.Unknown is null);
        return answer;
    }

    // Without a token nothing was asked of the platform, whatever became of the token call.
    private static Answer<T> WithoutToken<T>(Answer<AccessToken> answer)
        where T : class =>
        answer.Error is { } error
            ? Answer.Refused<T>(error)
            : Answer.Lost<T>(answer.Unknown! with { NeverLeft = true, Detail = "token: " + answer.Unknown.Detail });
}
