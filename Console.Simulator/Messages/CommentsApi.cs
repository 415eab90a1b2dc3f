using System.Globalization;
using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.Publishing;

namespace GovAccountConsole.Simulator.Messages;

/// <summary>comment: opening and closing the comments of an article. Nobody comments on the simulated platform yet.</summary>
internal static class CommentsApi
{
    private const int MostPerPage = 50;

    public static void Map(IEndpointRouteBuilder app, ApiGateway gateway)
    {
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/comment/open", call => Switch(call, isOpen: true)) { VerifiedOnly = true });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/comment/close", call => Switch(call, isOpen: false)) { VerifiedOnly = true });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/comment/list", List) { VerifiedOnly = true });
    }

    private static JsonObject Switch(ApiCall call, bool isOpen)
    {
        var article = Find(call);
        article.Content = article.Content with { CommentsOpen = isOpen };
        return ApiCall.Ok();
    }

    private static JsonObject List(ApiCall call)
    {
        Find(call);
        if (call.Json().Number("count") is null or < 1 or >= MostPerPage)
        {
            throw new Refusal(88010);
        }
        var reply = ApiCall.Ok();
        reply["total"] = 0;
        reply["comment"] = new JsonArray();
        return reply;
    }

    private static PublishedArticle Find(ApiCall call)
    {
        var (account, body) = (call.Account, call.Json());
        if (!account.Settings.CommentsAllowed)
        {
            throw new Refusal(88000);
        }
        var id = body.Number("msg_data_id");
        var groupId = account.Publications.Find(publication => publication.MsgDataId == id)?.ArticleId
            ?? account.Sends.Find(send => send.MsgDataId == id)?.MsgId.ToString(CultureInfo.InvariantCulture);
        var position = (body.Number("index") ?? 0) + 1;
        return account.Articles.Find(article => string.Equals(article.GroupId, groupId, StringComparison.Ordinal) && article.Position == position)
            ?? throw new Refusal(88001);
    }
}
