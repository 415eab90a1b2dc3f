using System.Globalization;
using GovAccountConsole.Simulator.Mass;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Admin;

/// <summary>Mass sends, and the administrator's answer to those under protection.</summary>
internal sealed class SendsAdmin(PlatformState state, MassJobs jobs, JobClock clock, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sim/accounts/{appId}/sends", (string appId) => CallsAdmin.List(state, appId, account => account.Sends.AsEnumerable().Reverse().Select(Show)));
        app.MapPost("/sim/accounts/{appId}/sends/{msgId:long}/confirm", (string appId, long msgId) => Reply(Answer(appId, msgId, isConfirmed: true)));
        app.MapPost("/sim/accounts/{appId}/sends/{msgId:long}/refuse", (string appId, long msgId) => Reply(Answer(appId, msgId, isConfirmed: false)));
    }

    /// <summary>Null when there is no such send; false when it does not wait for an answer.</summary>
    public bool? Answer(string appId, long msgId, bool isConfirmed)
    {
        if (state.Find(appId) is not { } account)
        {
            return null;
        }
        lock (account.Gate)
        {
            var now = time.GetUtcNow();
            clock.Settle(account, now);
            if (account.Sends.Find(send => send.MsgId == msgId) is not { } send)
            {
                return null;
            }
            var isAnswered = isConfirmed ? jobs.Confirm(send, now) : jobs.Refuse(account, send, now);
            if (isAnswered && send.IsOpen)
            {
                clock.WakeAt(account, send.DueAt);
            }
            state.Touch();
            return isAnswered;
        }
    }

    private static IResult Reply(bool? isAnswered) => isAnswered switch
    {
        null => AdminJson.Problem(StatusCodes.Status404NotFound, "There is no such send."),
        true => Results.NoContent(),
        _ => AdminJson.Problem(StatusCodes.Status409Conflict, "The send does not wait for the administrator."),
    };

    private static object Show(MassSend send) => new
    {
        msgId = send.MsgId.ToString(CultureInfo.InvariantCulture),
        msgDataId = send.MsgDataId?.ToString(CultureInfo.InvariantCulture),
        send.MsgType,
        send.IsToAll,
        send.TagId,
        send.State,
        send.Outcome,
        send.AcceptedAt,
        send.DueAt,
        send.SentCount,
        send.Text,
        titles = send.Articles.Select(article => article.Title),
    };
}
