using System.Text.Json;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Reads that tell whether an account is set up rightly (reference §1.1, §7).</summary>
public sealed class DiagnosticApi
{
    private readonly AccountCalls _calls;

    internal DiagnosticApi(AccountCalls calls) => _calls = calls;

    /// <summary>The account's present menu, also one made in the platform's own pages. Allowed to every account.</summary>
    public Task<Answer<CurrentMenu>> GetMenuAsync(WeixinAccount account, CancellationToken token) =>
        _calls.GetAsync<CurrentMenu>(account, "/cgi-bin/get_current_selfmenu_info", token);

    /// <summary>Addresses from which the platform calls back.</summary>
    public Task<Answer<CallbackIps>> GetCallbackIpsAsync(WeixinAccount account, CancellationToken token) =>
        _calls.GetAsync<CallbackIps>(account, "/cgi-bin/getcallbackip", token);

    /// <summary>Lets the platform look up and ping the callback address.</summary>
    public Task<Answer<CallbackCheck>> CheckCallbackAsync(WeixinAccount account, CancellationToken token) =>
        _calls.PostAsync<CallbackCheck>(account, "/cgi-bin/callback/check", new { Action = "all", CheckOperator = "DEFAULT" }, Repeat.Safe, token);

    /// <summary>Today's quota of one interface, by its path with a leading slash.</summary>
    public Task<Answer<ApiQuota>> GetQuotaAsync(WeixinAccount account, string path, CancellationToken token) =>
        _calls.PostAsync<ApiQuota>(account, "/cgi-bin/openapi/quota/get", new { CgiPath = path }, Repeat.Safe, token);
}

/// <summary>The account's menu.</summary>
public sealed record CurrentMenu
{
    /// <summary>1 when the menu is shown.</summary>
    public int IsMenuOpen { get; init; }

    /// <summary>The buttons, in the platform's own shape.</summary>
    public JsonElement? SelfmenuInfo { get; init; }
}

/// <summary>The platform's callback addresses.</summary>
public sealed record CallbackIps
{
    /// <summary>IP addresses and ranges.</summary>
    public required IReadOnlyList<string> IpList { get; init; }
}

/// <summary>What the platform saw when it looked for the callback address.</summary>
public sealed record CallbackCheck
{
    /// <summary>Names it resolved.</summary>
    public IReadOnlyList<CallbackDns> Dns { get; init; } = [];

    /// <summary>Pings it made.</summary>
    public IReadOnlyList<CallbackPing> Ping { get; init; } = [];
}

/// <summary>One resolved address.</summary>
public sealed record CallbackDns
{
    /// <summary>Address.</summary>
    public string? Ip { get; init; }
}

/// <summary>One ping.</summary>
public sealed record CallbackPing
{
    /// <summary>Address.</summary>
    public string? Ip { get; init; }

    /// <summary>Share of lost packets, as <c>0%</c>.</summary>
    public string? PackageLoss { get; init; }
}

/// <summary>Quota of an interface.</summary>
public sealed record ApiQuota
{
    /// <summary>The figures.</summary>
    public required ApiQuotaFigures Quota { get; init; }
}

/// <summary>Calls allowed and made today.</summary>
public sealed record ApiQuotaFigures
{
    /// <summary>Allowed a day.</summary>
    public long DailyLimit { get; init; }

    /// <summary>Made.</summary>
    public long Used { get; init; }

    /// <summary>Left.</summary>
    public long Remain { get; init; }
}
