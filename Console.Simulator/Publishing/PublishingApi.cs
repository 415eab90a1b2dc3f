using System.Globalization;
using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Drafts;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Publishing;

/// <summary>freepublish: a draft becomes a page without telling followers.</summary>
internal sealed class PublishingApi(PlatformState state, PublicAddress address, SimulatorOptions options, JobClock clock)
{
    public void Map(IEndpointRouteBuilder app, ApiGateway gateway)
    {
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/freepublish/submit", Submit) { VerifiedOnly = true, DailyLimit = 100 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/freepublish/get", Get) { VerifiedOnly = true, DailyLimit = 100 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/freepublish/getarticle", GetArticle) { VerifiedOnly = true, DailyLimit = 100 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/freepublish/batchget", List) { VerifiedOnly = true, DailyLimit = 100 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/freepublish/delete", Delete) { VerifiedOnly = true, DailyLimit = 10 });
    }

    private JsonObject Submit(ApiCall call)
    {
        var draft = DraftsApi.Find(call.Account, call.Json().String("media_id"));
        var publication = new Publication
        {
            PublishId = state.NextId(),
            MsgDataId = state.NextId(),
            DraftMediaId = draft.MediaId,
            Articles = [.. draft.Articles],
            SubmittedAt = call.Now,
            DueAt = call.Now + options.PublishDelay,
            PlannedStatus = Enum.TryParse<PublishStatus>(call.Fault?.Outcome, out var planned) ? planned : PublishStatus.Success,
            PlannedFailures = call.Fault?.FailIdx,
            IsToBeAltered = call.Fault is { Alter: true },
        };
        call.Account.Publications.Add(publication);
        clock.WakeAt(call.Account, publication.DueAt);
        var reply = ApiCall.Ok();
        reply["publish_id"] = publication.PublishId.ToString(CultureInfo.InvariantCulture);
        reply["msg_data_id"] = publication.MsgDataId;
        return reply;
    }

    private JsonObject Get(ApiCall call)
    {
        var isNumber = long.TryParse(call.Json().Id("publish_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var publication = (isNumber ? call.Account.Publications.FindLast(candidate => candidate.PublishId == id) : null) ?? throw new Refusal(53502);
        var reply = new JsonObject
        {
            ["publish_id"] = publication.PublishId.ToString(CultureInfo.InvariantCulture),
            ["publish_status"] = (int)publication.Status,
        };
        if (publication.ArticleId is { } articleId)
        {
            var articles = ArticleShelf.Group(call.Account, articleId);
            var items = articles.Select(article => (JsonNode)new JsonObject { ["idx"] = article.Position, ["article_url"] = address.OfArticle(article.Key) });
            reply["article_id"] = articleId;
            reply["article_detail"] = new JsonObject { ["count"] = articles.Count, ["item"] = new JsonArray([.. items]) };
        }
        reply["fail_idx"] = new JsonArray([.. PublishingJobs.FailedPositions(publication).Select(position => (JsonNode)position)]);
        return reply;
    }

    private JsonObject GetArticle(ApiCall call) => new()
    {
        ["news_item"] = Items(FindGroup(call, call.Json().String("article_id")), withContent: true),
    };

    private JsonObject List(ApiCall call)
    {
        var body = call.Json();
        var (offset, count) = body.Page();
        var withContent = !body.Flag("no_content");
        // Mass sends are not in this list, deleted publications neither.
        var published = call.Account.Publications
            .FindAll(publication => publication.Status == PublishStatus.Success)
            .OrderByDescending(publication => publication.DueAt).ThenByDescending(publication => publication.PublishId).ToList();
        var items = new JsonArray();
        foreach (var publication in published.Skip(offset).Take(count))
        {
            items.Add(new JsonObject
            {
                ["article_id"] = publication.ArticleId,
                ["content"] = new JsonObject { ["news_item"] = Items(ArticleShelf.Group(call.Account, publication.ArticleId!), withContent) },
                ["update_time"] = publication.DueAt.ToUnixTimeSeconds(),
            });
        }
        return new JsonObject { ["item"] = items, ["total_count"] = published.Count, ["item_count"] = items.Count };
    }

    private static JsonObject Delete(ApiCall call)
    {
        var body = call.Json();
        var group = FindGroup(call, body.String("article_id"));
        var index = body.Number("index") ?? 0;
        if (index < 0 || index > group.Count)
        {
            throw new Refusal(40114);
        }
        foreach (var article in group.Where(article => index == 0 || article.Position == index))
        {
            article.IsDeleted = true;
        }
        if (group.TrueForAll(article => article.IsDeleted)
            && call.Account.Publications.Find(publication => string.Equals(publication.ArticleId, group[0].GroupId, StringComparison.Ordinal)) is { } whole)
        {
            whole.Status = PublishStatus.DeletedByUser;
        }
        return ApiCall.Ok();
    }

    private static List<PublishedArticle> FindGroup(ApiCall call, string? articleId)
    {
        var group = articleId is null ? [] : ArticleShelf.Group(call.Account, articleId).FindAll(article => article.Channel == PublishChannel.Publish);
        return group.Count > 0 ? group : throw new Refusal(53600);
    }

    private JsonArray Items(List<PublishedArticle> articles, bool withContent) =>
        [.. articles.Select(article =>
        {
            var item = NewsItem.Write(state, address, article.Content, address.OfArticle(article.Key), withContent);
            item["is_deleted"] = article.IsDeleted;
            return (JsonNode)item;
        })];
}
