using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Tokens;

/// <summary>Quotas of the interfaces, and the addresses of the platform.</summary>
internal static class QuotaApi
{
    private const int ClearsPerMonth = 10;
    private static readonly string[] Operators = ["CHINANET", "UNICOM", "CAP", "DEFAULT"];

    public static void Map(IEndpointRouteBuilder app, ApiGateway gateway)
    {
        var quota = app.ServiceProvider.GetRequiredService<DailyQuota>();
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/clear_quota", ClearAll));
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/openapi/quota/get", call => Get(gateway, quota, call)));
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/openapi/quota/clear", call => ClearOne(gateway, call)));
        gateway.Map(app, new ApiRoute("GET", "/cgi-bin/getcallbackip", _ => Addresses()));
        gateway.Map(app, new ApiRoute("GET", "/cgi-bin/get_api_domain_ip", _ => Addresses()));
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/callback/check", CheckNetwork));
    }

    /// <summary>Ten clears a calendar month, shared by all ways of clearing: 48006 beyond.</summary>
    public static void Clear(Account account, DateTimeOffset now)
    {
        account.QuotaClears.RemoveAll(at => !BeijingTime.SameMonth(at, now));
        if (account.QuotaClears.Count >= ClearsPerMonth)
        {
            throw new Refusal(48006);
        }
        account.QuotaClears.Add(now);
        account.Usage.Clear();
    }

    private static JsonObject ClearAll(ApiCall call)
    {
        if (!string.Equals(call.Json().String("appid"), call.Account.AppId, StringComparison.Ordinal))
        {
            throw new Refusal(40013);
        }
        Clear(call.Account, call.Now);
        return ApiCall.Ok();
    }

    private static JsonObject ClearOne(ApiGateway gateway, ApiCall call)
    {
        call.Account.Usage.Remove(PathOf(gateway, call));
        return ApiCall.Ok();
    }

    private static JsonObject Get(ApiGateway gateway, DailyQuota quota, ApiCall call)
    {
        var path = PathOf(gateway, call);
        var limit = quota.LimitOf(path) ?? 100_000;
        var used = DailyQuota.UsedToday(call.Account, path, call.Now);
        var reply = ApiCall.Ok();
        reply["quota"] = new JsonObject { ["daily_limit"] = limit, ["used"] = used, ["remain"] = Math.Max(0, limit - used) };
        return reply;
    }

    private static string PathOf(ApiGateway gateway, ApiCall call) =>
        call.Json().String("cgi_path") is { } path && gateway.Paths.Contains(path) ? path : throw new Refusal(76021);

    private static JsonObject Addresses() => new() { ["ip_list"] = new JsonArray("127.0.0.1") };

    private static JsonObject CheckNetwork(ApiCall call)
    {
        var body = call.Json();
        var action = body.String("action");
        if (action is not ("dns" or "ping" or "all"))
        {
            throw new Refusal(40201);
        }
        var provider = body.String("check_operator") ?? "DEFAULT";
        if (!Operators.Contains(provider, StringComparer.Ordinal))
        {
            throw new Refusal(40203);
        }
        var reply = new JsonObject();
        if (action is "dns" or "all")
        {
            reply["dns"] = new JsonArray(new JsonObject { ["ip"] = "127.0.0.1", ["real_operator"] = "UNICOM" });
        }
        if (action is "ping" or "all")
        {
            reply["ping"] = new JsonArray(new JsonObject { ["ip"] = "127.0.0.1", ["from_operator"] = provider, ["package_loss"] = "0%", ["time"] = "1.000ms" });
        }
        return reply;
    }
}
