using System.Net;
using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs.Callbacks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>What is tried out: an account's credentials, stored or just typed.</summary>
/// <param name="AppId">AppID.</param>
/// <param name="AppSecret">AppSecret in clear.</param>
/// <param name="AccountId">The account, when it is stored already: then callbacks that arrived are known.</param>
public sealed record ProbedCredentials(string AppId, string AppSecret, Guid? AccountId = null);

/// <summary>
/// Tries an account's credentials against the live platform. Six checks: appId, appSecret, ipAllowList, permissions, callback,
/// verification; each passed, failed, or not possible to make. Sentences in <see cref="WeixinText"/>.
/// </summary>
public sealed partial class AccountProbe
{
    private readonly WeixinGateway _gateway;
    private readonly IDbContextFactory<ConsoleDb> _factory;
    private readonly WeixinOptions _options;

    /// <summary>Makes the probe.</summary>
    public AccountProbe(WeixinGateway gateway, IDbContextFactory<ConsoleDb> factory, IOptions<WeixinOptions> options) =>
        (_gateway, _factory, _options) = (gateway, factory, options.Value);

    /// <summary>Runs all checks; calls the platform four times at most.</summary>
    public async Task<IReadOnlyList<CredentialCheck>> RunAsync(ProbedCredentials credentials, CancellationToken token)
    {
        var grant = await _gateway.Tokens.GetStableAsync(credentials.AppId, credentials.AppSecret, force: false, token);
        if (grant.Value is not { } value) return [.. Credentials(grant.Error, grant.Unknown), NotMade("permissions"), NotMade("callback"), NotMade("verification")];
        var account = new WeixinAccount(credentials.AppId, value.AccessToken);
        var publishing = await _gateway.Publishing.BatchGetAsync(account, 0, 1, withContent: false, token);
        return
        [
            Passed("appId"),
            Passed("appSecret"),
            Passed("ipAllowList"),
            Permissions(publishing),
            await CallbackAsync(credentials, account, token),
            Verification(publishing),
        ];
    }

    private static IEnumerable<CredentialCheck> Credentials(PlatformError? error, OutcomeUnknown? unknown)
    {
        string[] names = ["appId", "appSecret", "ipAllowList"];
        if (error is null) return names.Select(name => new CredentialCheck(name, null, "check-unreachable", [unknown?.Detail ?? ""], null));
        // Which of the three the code speaks of; what comes before it in the platform's order has passed.
        var culprit = Array.IndexOf(names, WeixinErrors.Find(error).Check ?? (error.Code == 41002 ? "appId" : null));
        return culprit < 0
            ? [Failed("appId", error), NotMade("appSecret"), NotMade("ipAllowList")]
            : names.Select((name, index) =>
                index == culprit ? CheckOf(name, error)
                : index == 0 ? Passed(name)
                : NotMade(name));
    }

    /// <summary>A refusal in daily work as a failed line of the live test.</summary>
    /// <param name="name">The line, see <see cref="WeixinErrorInfo.Check"/>.</param>
    /// <param name="error">The refusal.</param>
    public static CredentialCheck CheckOf(string name, PlatformError error) => (name, error.Code) switch
    {
        ("ipAllowList", _) => Address(error),
        ("permissions", WeixinErrors.NotPermitted) => new(name, false, "check-no-permission", [], error.Code),
        _ => Failed(name, error),
    };

    private static CredentialCheck Address(PlatformError error)
    {
        if (error.Code is not (WeixinErrors.AddressNotAllowed or 61004)) return Failed("ipAllowList", error);
        var address = IpText().Matches(error.Message).Select(match => match.Value).FirstOrDefault(text => IPAddress.TryParse(text, out _));
        return address is null
            ? new("ipAllowList", false, "check-allow-unknown", [], error.Code)
            : new("ipAllowList", false, "check-allow-address", [address], error.Code);
    }

    private static CredentialCheck Permissions(Answer<PublishedPage> answer) => answer switch
    {
        { Value: not null } => Passed("permissions"),
        { Error: { Code: WeixinErrors.NotPermitted } error } => new("permissions", false, "check-no-permission", [], error.Code),
        { Error: { } error } => Failed("permissions", error, ok: WeixinErrors.Find(error).Retry is RetryKind.Never or RetryKind.Person ? false : null),
        _ => new("permissions", null, "check-unreachable", [], null),
    };

    // Publishing is open to verified accounts only (since July 2025), so the right to it tells the verification.
    private static CredentialCheck Verification(Answer<PublishedPage> answer) => answer switch
    {
        { Value: not null } => Passed("verification"),
        { Error: { Code: WeixinErrors.NotPermitted } error } => new("verification", false, "check-not-verified", [], error.Code),
        _ => NotMade("verification"),
    };

    private async Task<CredentialCheck> CallbackAsync(ProbedCredentials credentials, WeixinAccount account, CancellationToken token)
    {
        if (credentials.AccountId is { } id)
        {
            await using var db = await _factory.CreateDbContextAsync(token);
            if (await db.Set<CallbackReceipt>().AnyAsync(receipt => receipt.AccountId == id, token)) return new("callback", true, "check-callback-received", [], null);
        }

        var address = new Uri(_options.PublicBaseUrl, "/weixin/callback/" + credentials.AppId).ToString();
        var answer = await _gateway.Diagnostics.CheckCallbackAsync(account, token);
        if (answer.Value is not { } seen) return new("callback", null, "check-unreachable", [], answer.Error?.Code);
        var reached = seen.Ping.Any(ping => ping.PackageLoss is { } loss && !loss.StartsWith("100", StringComparison.Ordinal)) || (seen.Ping.Count == 0 && seen.Dns.Count > 0);
        return reached
            ? new("callback", true, "check-callback-reachable", [address], null)
            : new("callback", false, "check-callback-unreachable", [address], null);
    }

    private static CredentialCheck Passed(string name) => new(name, true, "check-ok", [], null);

    private static CredentialCheck NotMade(string name) => new(name, null, "check-not-made", [], null);

    private static CredentialCheck Failed(string name, PlatformError error, bool? ok = false) =>
        new(name, ok, WeixinErrors.Find(error.Code).TextKey, [error.Code.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message, error.Rid ?? "-"], error.Code);

    [GeneratedRegex(@"[0-9]{1,3}(\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IpText();
}
