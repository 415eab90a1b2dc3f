using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Messages;

/// <summary>Followers and their tags. The platform gives neither names nor pictures of people.</summary>
internal static class UsersApi
{
    private const int PageSize = 10_000;

    public static void Map(IEndpointRouteBuilder app, ApiGateway gateway)
    {
        gateway.Map(app, new ApiRoute("GET", "/cgi-bin/user/get", List) { VerifiedOnly = true, DailyLimit = 500 });
        gateway.Map(app, new ApiRoute("GET", "/cgi-bin/user/info", Show) { VerifiedOnly = true, DailyLimit = 5_000_000 });
        gateway.Map(app, new ApiRoute("GET", "/cgi-bin/tags/get", Tags) { VerifiedOnly = true });
    }

    private static JsonObject List(ApiCall call)
    {
        var all = call.Account.FollowerIds();
        var after = call.Query["next_openid"].ToString();
        var page = (after.Length == 0 ? all : all.SkipWhile(openId => !string.Equals(openId, after, StringComparison.Ordinal)).Skip(1)).Take(PageSize).ToList();
        if (after.Length > 0 && !call.Account.IsFollower(after))
        {
            throw new Refusal(40003);
        }
        return new JsonObject
        {
            ["total"] = call.Account.FollowerIds().Count(),
            ["count"] = page.Count,
            ["data"] = new JsonObject { ["openid"] = new JsonArray([.. page.Select(openId => (JsonNode)openId)]) },
            ["next_openid"] = page.Count == PageSize ? page[^1] : "",
        };
    }

    private static JsonObject Show(ApiCall call)
    {
        var openId = call.Query["openid"].ToString();
        if (openId.Length == 0)
        {
            throw new Refusal(40003);
        }
        return call.Account.IsFollower(openId)
            ? new JsonObject
            {
                ["subscribe"] = 1,
                ["openid"] = openId,
                ["language"] = "zh_CN",
                ["subscribe_time"] = call.Now.ToUnixTimeSeconds() - 86_400,
                ["remark"] = "",
                ["groupid"] = 0,
                ["tagid_list"] = new JsonArray(),
                ["subscribe_scene"] = "ADD_SCENE_SEARCH",
                ["qr_scene"] = 0,
                ["qr_scene_str"] = "",
            }
            : new JsonObject { ["subscribe"] = 0, ["openid"] = openId, ["tagid_list"] = new JsonArray() };
    }

    private static JsonObject Tags(ApiCall call) => new()
    {
        ["tags"] = new JsonArray([.. call.Account.Settings.Tags.Select(tag => (JsonNode)new JsonObject { ["id"] = tag.Id, ["name"] = tag.Name, ["count"] = tag.Count })]),
    };
}
