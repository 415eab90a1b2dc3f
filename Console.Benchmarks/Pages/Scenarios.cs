using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Data.Seeding.Scale;
using GovAccountConsole.Infrastructure.Planning;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Search;
using GovAccountConsole.Infrastructure.Workbench;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Benchmarks.Pages;

/// <summary>One thing people do, by the console's own query classes.</summary>
/// <param name="Name">Name in the report.</param>
/// <param name="Run">Does it and answers how many rows came.</param>
public sealed record Scenario(string Name, Func<IServiceProvider, Actor, DateTimeOffset, CancellationToken, Task<int>> Run);

/// <summary>What is measured.</summary>
public static class Scenarios
{
    private const int PageSize = 50;
    private const int ApiPage = 200;

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("posts, first page", (services, actor, _, token) => ListAsync(services, actor, new PostFilter(), token)),
        new("search, frequent word (2 characters)", (services, actor, _, token) => ListAsync(services, actor, new PostFilter { Query = ScaleWords.Frequent }, token)),
        new("search, rare word (2 characters)", (services, actor, _, token) => ListAsync(services, actor, new PostFilter { Query = ScaleWords.Rare }, token)),
        new("search, longer phrase", (services, actor, _, token) => ListAsync(services, actor, new PostFilter { Query = "电动自行车上牌通知" }, token)),
        new("search, nothing found", (services, actor, _, token) => ListAsync(services, actor, new PostFilter { Query = ScaleWords.Absent }, token)),
        new("search box, frequent word", async (services, actor, _, token) =>
            (await services.GetRequiredService<SearchQueries>().FindAsync(actor, ScaleWords.Frequent, token)).Posts.Count),
        new("search box, nothing found", async (services, actor, _, token) =>
            (await services.GetRequiredService<SearchQueries>().FindAsync(actor, ScaleWords.Absent, token)).Posts.Count),
        new("calendar, this month, first 200", (services, actor, now, token) => CalendarAsync(services, actor, now, ApiPage, token)),
        new("calendar, this month, all entries of a page", (services, actor, now, token) => CalendarAsync(services, actor, now, CalendarQueries.PageLimit, token)),
        new("workbench", async (services, actor, _, token) =>
            (await services.GetRequiredService<WorkbenchQueries>().GetAsync(actor, null, token)).OnAir.Count),
    ];

    private static async Task<int> ListAsync(IServiceProvider services, Actor actor, PostFilter filter, CancellationToken token) =>
        (await services.GetRequiredService<PostQueries>().ListAsync(actor, filter, null, PageSize, token)).Items.Count;

    private static async Task<int> CalendarAsync(IServiceProvider services, Actor actor, DateTimeOffset now, int limit, CancellationToken token)
    {
        var first = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.FromHours(8));
        var month = new PostFilter { From = first.ToUniversalTime(), To = first.AddMonths(1).ToUniversalTime() };
        return (await services.GetRequiredService<CalendarQueries>().EntriesAsync(actor, month, null, limit, token)).Items.Count;
    }
}
