namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>In whose name a call is made.</summary>
/// <param name="AppId">The account's AppID.</param>
/// <param name="Token">A token to use as it is, without keeping or refreshing (trial of credentials); null takes the kept one.</param>
public sealed record WeixinAccount(string AppId, string? Token = null)
{
    /// <summary>The AppID only: a token must not reach a log.</summary>
    public override string ToString() => AppId;
}

/// <summary>The answer of a call that says nothing but "done".</summary>
public sealed record Done;
