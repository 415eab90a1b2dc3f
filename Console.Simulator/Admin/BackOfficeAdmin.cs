using GovAccountConsole.Simulator.Faults;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Admin;

/// <summary>Acts of the back office, of other systems and of the platform, for tests and scripts.</summary>
internal static class BackOfficeAdmin
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var state = app.ServiceProvider.GetRequiredService<PlatformState>();
        var office = app.ServiceProvider.GetRequiredService<BackOffice>();
        app.MapPost("/sim/accounts/{appId}/backoffice-sends", (HttpContext context, string appId) => RunAsync<SendOrder>(context, state, appId, (account, order) =>
            office.Send(account, order.Title, order.ContentHtml, order.Silent)
                ? Results.NoContent()
                : AdminJson.Problem(StatusCodes.Status409Conflict, "The account has no push left in this period.")));
        app.MapPost("/sim/accounts/{appId}/articles/{key}/alter", (HttpContext context, string appId, string key) =>
            RunAsync<AlterOrder>(context, state, appId, (account, order) => Done(office.Alter(account, key, order.Title, order.ContentHtml))));
        app.MapPost("/sim/accounts/{appId}/articles/{key}/remove", (HttpContext context, string appId, string key) =>
            RunAsync<RemoveOrder>(context, state, appId, (account, order) => Done(office.Remove(account, key, order.By))));
        app.MapPost("/sim/accounts/{appId}/usage", (HttpContext context, string appId) => RunAsync<UsageOrder>(context, state, appId, (account, order) =>
        {
            office.Use(account, order.Path, order.Used);
            return Results.NoContent();
        }));
        app.MapPost("/sim/accounts/{appId}/tokens/expire", (string appId) => Strike(state, office, appId, FaultToken.Expire));
        app.MapPost("/sim/accounts/{appId}/tokens/invalidate", (string appId) => Strike(state, office, appId, FaultToken.Invalidate));
    }

    private static async Task<IResult> RunAsync<T>(HttpContext context, PlatformState state, string appId, Func<Account, T, IResult> act)
        where T : class, new()
    {
        var (order, refusal) = context.Request.ContentLength is > 0 ? await AdminJson.ReadAsync<T>(context) : (new T(), null);
        if (order is null)
        {
            return refusal!;
        }
        if (state.Find(appId) is not { } account)
        {
            return AccountsAdmin.Unknown(appId);
        }
        lock (account.Gate)
        {
            return act(account, order);
        }
    }

    private static IResult Strike(PlatformState state, BackOffice office, string appId, FaultToken blow)
    {
        if (state.Find(appId) is not { } account)
        {
            return AccountsAdmin.Unknown(appId);
        }
        lock (account.Gate)
        {
            office.Strike(account, blow);
        }
        return Results.NoContent();
    }

    private static IResult Done(bool isFound) => isFound ? Results.NoContent() : AdminJson.Problem(StatusCodes.Status404NotFound, "There is no such article.");

    private sealed record SendOrder
    {
        public string Title { get; init; } = "后台群发";
        public string ContentHtml { get; init; } = "<p>这一篇是在平台后台发出的。</p>";

        /// <summary>No finish event: the console can learn of it only by looking.</summary>
        public bool Silent { get; init; }
    }

    private sealed record AlterOrder
    {
        public string? Title { get; init; }
        public string? ContentHtml { get; init; }
    }

    private sealed record RemoveOrder
    {
        public Removal By { get; init; }
    }

    private sealed record UsageOrder
    {
        public string Path { get; init; } = "";
        public int Used { get; init; }
    }
}
