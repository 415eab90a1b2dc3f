using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Tokens;

/// <summary>The two ways to a token, both with AppSecret and from an allowed address.</summary>
internal static class TokensApi
{
    private const string Grant = "client_credential";

    public static void Map(IEndpointRouteBuilder app, ApiGateway gateway)
    {
        var state = app.ServiceProvider.GetRequiredService<PlatformState>();
        gateway.MapOpen(app, "GET", "/cgi-bin/token", call =>
        {
            var query = call.Query;
            var account = Identify(state, call, query["grant_type"], query["appid"], query["secret"]);
            return Issue(state, account, call.Now, box => box.IssueClassic(call.Now));
        });
        gateway.MapOpen(app, "POST", "/cgi-bin/stable_token", call =>
        {
            var body = WireObject.Parse(call.Body);
            var account = Identify(state, call, body.String("grant_type"), body.String("appid"), body.String("secret"));
            var force = body.Boolean("force_refresh") ?? false;
            return Issue(state, account, call.Now, box => force ? box.ForceStable(call.Now) : box.GetStable(call.Now));
        });
        gateway.MapOpen(app, "POST", "/cgi-bin/clear_quota/v2", call =>
        {
            var body = call.Body.IsEmpty ? (WireObject?)null : WireObject.Parse(call.Body);
            var appId = body?.String("appid") ?? call.Query["appid"].ToString();
            var secret = body?.String("appsecret") ?? call.Query["appsecret"].ToString();
            var account = Identify(state, call, Grant, appId, secret);
            lock (account.Gate)
            {
                QuotaApi.Clear(account, call.Now);
            }
            return ApiCall.Ok();
        });
    }

    private static Account Identify(PlatformState state, OpenCall call, string? grant, string? appId, string? secret)
    {
        if (string.IsNullOrEmpty(appId))
        {
            throw new Refusal(41002);
        }
        if (string.IsNullOrEmpty(secret))
        {
            throw new Refusal(41004);
        }
        if (!string.Equals(grant, Grant, StringComparison.Ordinal))
        {
            throw new Refusal(40002);
        }
        var account = state.Find(appId) ?? throw new Refusal(40013);
        var settings = account.Settings;
        if (settings.SecretFrozen)
        {
            throw new Refusal(40243);
        }
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(settings.AppSecret)))
        {
            throw new Refusal(40125);
        }
        if (settings.IpAllowList is { } allowed && !allowed.Contains(call.RemoteAddress, StringComparer.Ordinal))
        {
            throw new Refusal(40164, $" {call.RemoteAddress} ipv6 ::ffff:{call.RemoteAddress}, not in whitelist");
        }
        return account;
    }

    private static JsonObject Issue(PlatformState state, Account account, DateTimeOffset now, Func<TokenBox, IssuedToken> issue)
    {
        IssuedToken issued;
        lock (account.Gate)
        {
            issued = issue(account.Tokens);
            state.TokenOwners[issued.Value] = account.AppId;
        }
        state.Touch();
        return new JsonObject
        {
            ["access_token"] = issued.Value,
            ["expires_in"] = (long)Math.Floor((issued.ExpiresAt - now).TotalSeconds),
        };
    }
}
