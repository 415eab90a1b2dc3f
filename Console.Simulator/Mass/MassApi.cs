using System.Globalization;
using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Mass;

/// <summary>message/mass: sending to followers.</summary>
internal sealed class MassApi(PlatformState state, SimulatorOptions options, JobClock clock)
{
    private const int ClientMsgIdLength = 32;
    private const int OpenIdsPerSend = 10_000;
    private static readonly TimeSpan DuplicateScope = TimeSpan.FromHours(24);
    private static readonly TimeSpan RetryPause = TimeSpan.FromMinutes(1);

    public void Map(IEndpointRouteBuilder app, ApiGateway gateway)
    {
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/message/mass/sendall", SendAll) { VerifiedOnly = true, DailyLimit = 100, MinuteLimit = 60 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/message/mass/send", SendToUsers) { VerifiedOnly = true, ServiceOnly = true, DailyLimit = 100, MinuteLimit = 60 });
    }

    private JsonObject SendAll(ApiCall call)
    {
        var body = call.Json();
        var filter = body.Object("filter") ?? throw new Refusal(40035, " hint: filter");
        var isToAll = filter.Boolean("is_to_all") ?? false;
        int? tagId = isToAll ? null : (int)(filter.Number("tag_id") ?? throw new Refusal(40152));
        return Accept(call, body, new MassSend { IsToAll = isToAll, TagId = tagId }, isToAll ? "all" : $"tag {tagId}");
    }

    private JsonObject SendToUsers(ApiCall call)
    {
        var body = call.Json();
        var openIds = body.Strings("touser") ?? [];
        if (openIds.Count is < 2 or > OpenIdsPerSend)
        {
            throw new Refusal(40130);
        }
        return Accept(call, body, new MassSend { OpenIds = openIds }, "users " + string.Join(',', openIds));
    }

    private JsonObject Accept(ApiCall call, WireObject body, MassSend send, string range)
    {
        var account = call.Account;
        var message = MassMessage.Read(body);
        _ = body.Flag("send_ignore_reprint");
        var clientMsgId = body.Text("clientmsgid");
        if (clientMsgId is { ByteCount: > ClientMsgIdLength })
        {
            throw new Refusal(45067);
        }
        send.DuplicateKey = clientMsgId is { IsEmpty: false } given ? "client " + given.Value : message.Digest(range);
        // Before anything else, because the draft of an accepted send may be gone and its quota used.
        RefuseDuplicate(account, send.DuplicateKey, call.Now);
        send.Articles = message.Articles(account);
        if (send.TagId is { } tagId && account.Settings.Tags.All(tag => tag.Id != tagId))
        {
            throw new Refusal(40152);
        }
        var isProtected = send.IsToAll && (account.Settings.MassSendProtection || call.Fault is { Confirm: true });
        if (isProtected && account.Sends.Exists(other => other.State == MassState.AwaitingAdmin))
        {
            throw new Refusal(89505);
        }
        MassQuota.Require(account, send.IsToAll, call.Now);
        send.MsgId = state.NextMessageId();
        send.MsgDataId = message.MediaId is null ? null : state.NextId();
        send.MsgType = message.Type;
        send.DraftMediaId = message.MediaId;
        send.Text = message.Text;
        send.AcceptedAt = call.Now;
        send.State = isProtected ? MassState.AwaitingAdmin : MassState.Sending;
        send.DueAt = call.Now + (isProtected ? options.AdminConfirmation : options.MassSendDelay);
        send.PlannedOutcome = call.Fault?.Outcome ?? MassSend.SendSuccess;
        send.IsToBeAltered = call.Fault is { Alter: true };
        account.Sends.Add(send);
        clock.WakeAt(account, send.DueAt);
        var ids = new JsonObject { ["msg_id"] = send.MsgId };
        if (send.MsgDataId is { } msgDataId)
        {
            ids["msg_data_id"] = msgDataId;
        }
        return isProtected ? throw new Refusal(89504, extra: ids) : Success(ids);
    }

    private static JsonObject Success(JsonObject ids)
    {
        var reply = ApiCall.Ok();
        reply["errmsg"] = "send job submission success";
        foreach (var (name, value) in ids)
        {
            reply[name] = value?.DeepClone();
        }
        return reply;
    }

    private static void RefuseDuplicate(Account account, string key, DateTimeOffset now)
    {
        if (account.Sends.Find(send => string.Equals(send.DuplicateKey, key, StringComparison.Ordinal) && now - send.AcceptedAt < DuplicateScope) is not { } earlier)
        {
            return;
        }
        var isTooFast = now - earlier.LastDuplicateAt < RetryPause;
        earlier.LastDuplicateAt = now;
        throw isTooFast ? new Refusal(45066) : new Refusal(45065, extra: new JsonObject { ["msg_id"] = earlier.MsgId });
    }

    public static MassSend Find(Account account, string? msgId) =>
        account.Sends.Find(send => string.Equals(send.MsgId.ToString(CultureInfo.InvariantCulture), msgId, StringComparison.Ordinal)) ?? throw new Refusal(40059);
}
