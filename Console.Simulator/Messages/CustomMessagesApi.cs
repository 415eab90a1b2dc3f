using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Messages;

/// <summary>message/custom: answers to citizens who wrote within 48 hours, at most five to a message.</summary>
internal static class CustomMessagesApi
{
    private const int AnswersPerMessage = 5;
    private static readonly TimeSpan Window = TimeSpan.FromHours(48);

    public static void Map(IEndpointRouteBuilder app, ApiGateway gateway)
    {
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/message/custom/send", Send) { VerifiedOnly = true, DailyLimit = 500_000 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/message/custom/typing", Typing) { VerifiedOnly = true });
    }

    private static JsonObject Send(ApiCall call)
    {
        var body = call.Json();
        var account = call.Account;
        var openId = RequireFollower(account, body);
        var text = Read(account, body);
        var lastWritten = account.Chat.FindLastIndex(line => line.Side == ChatSide.Citizen && IsOf(line, openId));
        if (lastWritten < 0 || call.Now - account.Chat[lastWritten].At > Window)
        {
            throw new Refusal(45015);
        }
        if (account.Chat.Skip(lastWritten).Count(line => line.IsCustomMessage && IsOf(line, openId)) >= AnswersPerMessage)
        {
            throw new Refusal(45047);
        }
        account.Chat.Add(new ChatLine(call.Now, openId, ChatSide.Account, text) { IsCustomMessage = true });
        return ApiCall.Ok();
    }

    private static JsonObject Typing(ApiCall call)
    {
        var body = call.Json();
        RequireFollower(call.Account, body);
        return body.String("command") is "Typing" or "CancelTyping" ? ApiCall.Ok() : throw new Refusal(45072);
    }

    private static string RequireFollower(Account account, WireObject body)
    {
        var openId = body.String("touser");
        if (string.IsNullOrEmpty(openId))
        {
            throw new Refusal(40003);
        }
        return account.IsFollower(openId) ? openId : throw new Refusal(43004);
    }

    private static string Read(Account account, WireObject body)
    {
        switch (body.String("msgtype"))
        {
            case "text":
                return body.Object("text")?.Text("content") is { IsEmpty: false } content ? content.Value : throw new Refusal(44004);
            case "image":
                var mediaId = body.Object("image")?.String("media_id");
                return mediaId is not null && account.Materials.ContainsKey(mediaId) ? "[图片]" : throw new Refusal(40007);
            case "mpnewsarticle":
                var articleId = body.Object("mpnewsarticle")?.String("article_id");
                var article = account.Articles.Find(article => string.Equals(article.GroupId, articleId, StringComparison.Ordinal)) ?? throw new Refusal(53600);
                return $"[{article.Content.Title}]";
            default:
                throw new Refusal(40008);
        }
    }

    private static bool IsOf(ChatLine line, string openId) => string.Equals(line.OpenId, openId, StringComparison.Ordinal);
}
