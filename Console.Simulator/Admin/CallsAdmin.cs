using GovAccountConsole.Simulator.Publishing;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Admin;

/// <summary>What happened on the simulated platform, newest first, for tests and people.</summary>
internal static class CallsAdmin
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var state = app.ServiceProvider.GetRequiredService<PlatformState>();
        var address = app.ServiceProvider.GetRequiredService<PublicAddress>();
        app.MapGet("/sim/calls", (string appId) => List(state, appId, account => account.Calls.AsEnumerable().Reverse()));
        app.MapGet("/sim/accounts/{appId}/events", (string appId) => List(state, appId, account => account.Pushes.AsEnumerable().Reverse()));
        app.MapGet("/sim/accounts/{appId}/articles", (string appId) => List(state, appId, account => account.Articles
            .OrderByDescending(article => article.At).ThenBy(article => article.Position).Select(article => Show(article, address))));
    }

    /// <summary>Evaluates the rows while the gate is held, so that writing the answer races with nothing.</summary>
    public static IResult List<T>(PlatformState state, string appId, Func<Account, IEnumerable<T>> rows)
    {
        if (state.Find(appId) is not { } account)
        {
            return AccountsAdmin.Unknown(appId);
        }
        lock (account.Gate)
        {
            return AdminJson.Write(System.Text.Json.JsonSerializer.SerializeToElement(rows(account).ToList(), AdminJson.Options));
        }
    }

    private static object Show(PublishedArticle article, PublicAddress address) => new
    {
        article.Key,
        url = address.OfArticle(article.Key),
        article.GroupId,
        article.Position,
        article.Channel,
        article.Content.Title,
        article.Content.Author,
        article.Content.Digest,
        article.Content.Content,
        article.At,
        article.IsDeleted,
        article.Reads,
    };
}
