using System.Globalization;
using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.Publishing;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Mass;

/// <summary>message/mass: state, deletion, preview and speed of sends.</summary>
internal sealed class SentMessagesApi(PublicAddress address)
{
    private static readonly int[] PerMinute = [80, 60, 45, 30, 10];

    public void Map(IEndpointRouteBuilder app, ApiGateway gateway)
    {
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/message/mass/get", Get) { VerifiedOnly = true });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/message/mass/delete", Delete) { VerifiedOnly = true, DailyLimit = 10 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/message/mass/preview", Preview) { VerifiedOnly = true, DailyLimit = 100 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/message/mass/speed/get", GetSpeed) { VerifiedOnly = true });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/message/mass/speed/set", SetSpeed) { VerifiedOnly = true });
    }

    private static JsonObject Get(ApiCall call)
    {
        var send = MassApi.Find(call.Account, call.Json().Id("msg_id"));
        return new JsonObject
        {
            ["msg_id"] = send.MsgId,
            ["msg_status"] = send.State switch
            {
                MassState.Success => "SEND_SUCCESS",
                MassState.Failed => "SEND_FAIL",
                MassState.Deleted => "DELETE",
                _ => "SENDING",
            },
        };
    }

    // Only a finished send of articles can be taken back.
    private JsonObject Delete(ApiCall call)
    {
        var body = call.Json();
        var account = call.Account;
        var send = body.String("url") is { Length: > 0 } url ? FindByUrl(account, url) : MassApi.Find(account, body.Id("msg_id"));
        if (send.State != MassState.Success || send.Articles.Count == 0)
        {
            throw new Refusal(40059);
        }
        var group = ArticleShelf.Group(account, GroupOf(send));
        var position = body.Number("article_idx") ?? 0;
        if (position < 0 || position > group.Count)
        {
            throw new Refusal(40060);
        }
        foreach (var article in group.Where(article => position == 0 || article.Position == position))
        {
            article.IsDeleted = true;
        }
        if (group.TrueForAll(article => article.IsDeleted))
        {
            send.State = MassState.Deleted;
        }
        return ApiCall.Ok();
    }

    private MassSend FindByUrl(Account account, string url)
    {
        var article = account.Articles.Find(article => string.Equals(address.OfArticle(article.Key), url, StringComparison.Ordinal));
        return account.Sends.Find(send => string.Equals(GroupOf(send), article?.GroupId, StringComparison.Ordinal)) ?? throw new Refusal(40059);
    }

    private static string GroupOf(MassSend send) => send.MsgId.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Preview(ApiCall call)
    {
        var body = call.Json();
        var message = MassMessage.Read(body);
        var articles = message.Articles(call.Account);
        var openId = body.String("touser");
        if (string.IsNullOrEmpty(body.String("towxname")) && (openId is null || !call.Account.IsFollower(openId)))
        {
            throw new Refusal(40003);
        }
        call.Account.Previews.Add(new PreviewRecord(call.Now, openId ?? body.String("towxname")!, articles.FirstOrDefault()?.Title ?? message.Text!));
        return ApiCall.Ok();
    }

    private static JsonObject GetSpeed(ApiCall call)
    {
        var reply = ApiCall.Ok();
        reply["speed"] = call.Account.MassSpeed;
        reply["realspeed"] = PerMinute[call.Account.MassSpeed] / 6;
        return reply;
    }

    private static JsonObject SetSpeed(ApiCall call)
    {
        var speed = call.Json().Number("speed") ?? throw new Refusal(45084);
        if (speed < 0 || speed >= PerMinute.Length)
        {
            throw new Refusal(45083);
        }
        call.Account.MassSpeed = (int)speed;
        return ApiCall.Ok();
    }
}

/// <summary>A preview that somebody got on a phone.</summary>
internal sealed record PreviewRecord(DateTimeOffset At, string To, string Title);
