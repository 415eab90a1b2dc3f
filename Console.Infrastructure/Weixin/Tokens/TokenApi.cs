namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Fetching access tokens (reference §1). Only the stable kind: the classic one invalidates its predecessor with every fetch.</summary>
public sealed class TokenApi
{
    private readonly WeixinTransport _transport;

    internal TokenApi(WeixinTransport transport) => _transport = transport;

    /// <summary>
    /// Gets the account's stable token. Normal mode gives the same token to everybody who asks; <paramref name="force"/> makes a new one
    /// and invalidates the old, at most 20 times a day.
    /// </summary>
    public Task<Answer<TokenGrant>> GetStableAsync(string appId, string appSecret, bool force, CancellationToken token)
    {
        var body = new { GrantType = "client_credential", Appid = appId, Secret = appSecret, ForceRefresh = force };
        return _transport.SendAsync<TokenGrant>(
            new(WeixinPaths.StableToken, null, null, WeixinBody.Json(body), force ? Repeat.Never : Repeat.Safe), token);
    }
}

/// <summary>A token as granted.</summary>
public sealed record TokenGrant
{
    /// <summary>The token, up to 512 characters.</summary>
    public required string AccessToken { get; init; }

    /// <summary>Seconds it is still good for, at most 7200.</summary>
    public required int ExpiresIn { get; init; }

    /// <summary>Without the token: it must not reach a log.</summary>
    public override string ToString() => $"token for {ExpiresIn} s";
}
