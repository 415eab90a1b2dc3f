using GovAccountConsole.Simulator.Messages;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Admin;

/// <summary>Lets a test or a demonstration act as a citizen.</summary>
internal static class CitizensAdmin
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var state = app.ServiceProvider.GetRequiredService<PlatformState>();
        var citizens = app.ServiceProvider.GetRequiredService<Citizens>();
        app.MapPost("/sim/accounts/{appId}/citizen-messages", async (HttpContext context, string appId) =>
        {
            var (message, refusal) = await AdminJson.ReadAsync<CitizenText>(context);
            if (message is null)
            {
                return refusal!;
            }
            return With(state, appId, account =>
            {
                var openId = message.OpenId ?? account.FollowerId(0);
                return AdminJson.Write(new { openId, msgId = citizens.Write(account, openId, message.Text).ToString(System.Globalization.CultureInfo.InvariantCulture) });
            });
        });
        app.MapPost("/sim/accounts/{appId}/citizen-events", async (HttpContext context, string appId) =>
        {
            var (act, refusal) = await AdminJson.ReadAsync<CitizenEvent>(context);
            if (act is null)
            {
                return refusal!;
            }
            return With(state, appId, account =>
            {
                var openId = act.OpenId ?? account.FollowerId(0);
                citizens.Act(account, openId, act.Event, act.EventKey ?? "");
                return AdminJson.Write(new { openId });
            });
        });
        app.MapGet("/sim/accounts/{appId}/chat", (string appId) => CallsAdmin.List(state, appId, account => account.Chat.AsEnumerable().Reverse()));
        app.MapGet("/sim/accounts/{appId}/previews", (string appId) => CallsAdmin.List(state, appId, account => account.Previews.AsEnumerable().Reverse()));
    }

    private static IResult With(PlatformState state, string appId, Func<Account, IResult> act)
    {
        if (state.Find(appId) is not { } account)
        {
            return AccountsAdmin.Unknown(appId);
        }
        lock (account.Gate)
        {
            state.Touch();
            return act(account);
        }
    }

    private sealed record CitizenText(string Text, string? OpenId = null);

    private sealed record CitizenEvent(string Event, string? EventKey = null, string? OpenId = null);
}
