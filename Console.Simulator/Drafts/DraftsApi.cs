using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Drafts;

/// <summary>The draft box.</summary>
internal static class DraftsApi
{
    public static void Map(IEndpointRouteBuilder app, ApiGateway gateway)
    {
        var state = app.ServiceProvider.GetRequiredService<PlatformState>();
        var address = app.ServiceProvider.GetRequiredService<PublicAddress>();
        var rules = app.ServiceProvider.GetRequiredService<ArticleRules>();
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/draft/add", call => Add(rules, call)) { DailyLimit = 1000 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/draft/update", call => Update(rules, call)) { DailyLimit = 1000 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/draft/get", call => Get(state, address, call)) { DailyLimit = 500 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/draft/delete", Delete) { DailyLimit = 1000 });
        gateway.Map(app, new ApiRoute("GET", "/cgi-bin/draft/count", call => new JsonObject { ["total_count"] = call.Account.Drafts.Count }) { DailyLimit = 1000 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/draft/batchget", call => List(state, address, call)) { DailyLimit = 1000 });
    }

    public static Draft Find(Account account, string? mediaId) =>
        mediaId is not null && account.Drafts.TryGetValue(mediaId, out var draft) ? draft : throw new Refusal(40007);

    private static JsonObject Add(ArticleRules rules, ApiCall call)
    {
        var draft = new Draft
        {
            MediaId = Ids.Media(),
            Articles = rules.ReadAll(call.Account, call.Json().Objects("articles")),
            CreatedAt = call.Now,
            UpdatedAt = call.Now,
        };
        call.Account.Drafts[draft.MediaId] = draft;
        return new JsonObject { ["media_id"] = draft.MediaId, ["item"] = new JsonArray() };
    }

    private static JsonObject Update(ArticleRules rules, ApiCall call)
    {
        var body = call.Json();
        var draft = Find(call.Account, body.String("media_id"));
        var article = body.Object("articles") ?? throw new Refusal(44003);
        var index = body.Number("index") ?? 0;
        if (index < 0 || index >= draft.Articles.Count)
        {
            throw new Refusal(40114);
        }
        draft.Articles[(int)index] = rules.Read(call.Account, article, takesDigestFromText: draft.Articles.Count == 1);
        draft.UpdatedAt = call.Now;
        return ApiCall.Ok();
    }

    private static JsonObject Get(PlatformState state, PublicAddress address, ApiCall call)
    {
        var draft = Find(call.Account, call.Json().String("media_id"));
        return new JsonObject
        {
            ["news_item"] = Items(state, address, call.Account, draft, withContent: true),
            ["create_time"] = draft.CreatedAt.ToUnixTimeSeconds(),
            ["update_time"] = draft.UpdatedAt.ToUnixTimeSeconds(),
        };
    }

    private static JsonObject Delete(ApiCall call)
    {
        var mediaId = call.Json().String("media_id");
        if (mediaId is null || !call.Account.DeletedDrafts.Contains(mediaId))
        {
            var draft = Find(call.Account, mediaId);
            call.Account.Drafts.Remove(draft.MediaId);
            call.Account.DeletedDrafts.Add(draft.MediaId);
        }
        return ApiCall.Ok();
    }

    private static JsonObject List(PlatformState state, PublicAddress address, ApiCall call)
    {
        var body = call.Json();
        var (offset, count) = body.Page();
        var withContent = !body.Flag("no_content");
        var items = new JsonArray();
        foreach (var draft in call.Account.Drafts.Values.OrderByDescending(draft => draft.UpdatedAt).Skip(offset).Take(count))
        {
            items.Add(new JsonObject
            {
                ["media_id"] = draft.MediaId,
                ["content"] = new JsonObject { ["news_item"] = Items(state, address, call.Account, draft, withContent) },
                ["update_time"] = draft.UpdatedAt.ToUnixTimeSeconds(),
            });
        }
        return new JsonObject { ["item"] = items, ["total_count"] = call.Account.Drafts.Count, ["item_count"] = items.Count };
    }

    private static JsonArray Items(PlatformState state, PublicAddress address, Account account, Draft draft, bool withContent) =>
        [.. draft.Articles.Select((article, index) =>
            (JsonNode)NewsItem.Write(state, address, article, address.Of($"/preview/{account.AppId}/{draft.MediaId}/{index}"), withContent))];
}
