using GovAccountConsole.Simulator.Callbacks;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Admin;

/// <summary>The queue of pushes: delivers held, lost or old ones, and loses held ones.</summary>
internal sealed class EventsAdmin(PlatformState state, CallbackSender callbacks)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/sim/accounts/{appId}/events/{id:guid}/release", (string appId, Guid id) => Reply(Release(appId, id)));
        app.MapPost("/sim/accounts/{appId}/events/{id:guid}/drop", (string appId, Guid id) => Reply(Drop(appId, id)));
        app.MapPost("/sim/accounts/{appId}/events/{id:guid}/duplicate", (string appId, Guid id) => Reply(Release(appId, id)));
    }

    /// <summary>Delivers a push now, whatever became of it before; null when there is none.</summary>
    public bool? Release(string appId, Guid id) => With(appId, id, (account, push) =>
    {
        callbacks.Release(account, push);
        return true;
    });

    /// <summary>Loses a held push; null when there is none, false when it was not held.</summary>
    public bool? Drop(string appId, Guid id) => With(appId, id, (_, push) => callbacks.Drop(push));

    private bool? With(string appId, Guid id, Func<Account, PushRecord, bool> act)
    {
        if (state.Find(appId) is not { } account)
        {
            return null;
        }
        lock (account.Gate)
        {
            if (account.Pushes.FindLast(push => push.Id == id) is not { } found)
            {
                return null;
            }
            state.Touch();
            return act(account, found);
        }
    }

    private static IResult Reply(bool? isDone) => isDone switch
    {
        null => AdminJson.Problem(StatusCodes.Status404NotFound, "There is no such event."),
        true => Results.NoContent(),
        _ => AdminJson.Problem(StatusCodes.Status409Conflict, "The event is not held."),
    };
}
