using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Infrastructure.Checks.Links;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Database.Checks;

public sealed class Trying_links(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private LinkClaims Claims => database.Get<LinkClaims>();

    public async ValueTask InitializeAsync() => _matrix = await Once.MatrixAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Links_of_a_text_are_taken_up_one_per_host_and_what_is_found_shows_with_the_next_check()
    {
        Assert.Equal((2, 0, true), await Links());
        var first = Assert.Single(await Claims.TakeAsync(10, Token));
        Assert.Empty(await Claims.TakeAsync(10, Token));
        await Claims.KeepAsync(first, new LinkFacts(false, "status", 404, database.Time.GetUtcNow()), Token);
        Assert.Empty(await Claims.TakeAsync(10, Token));

        database.Time.Advance(TimeSpan.FromSeconds(3));
        var second = Assert.Single(await Claims.TakeAsync(10, Token));
        Assert.NotEqual(first.Url, second.Url);
        await Claims.KeepAsync(second, new LinkFacts(true, string.Empty, 200, database.Time.GetUtcNow()), Token);

        var report = await LookAsync();
        var dead = Assert.Single(report.Findings, finding => finding.Code == "link-dead");
        Assert.Equal((first.Url, CheckWeight.Advice, 404), (dead.Words, dead.Weight, dead.Args[0]));
        Assert.Equal(1, report.LinksAlive);

        // A moment without an answer leaves what was known, and is asked again sooner than a day later.
        database.Time.Advance(TimeSpan.FromHours(25));
        await LookAsync();
        var again = Assert.Single(await Claims.TakeAsync(1, Token));
        await Claims.KeepAsync(again, new LinkFacts(null, "no-answer", 0, database.Time.GetUtcNow()), Token);
        Assert.Single((await LookAsync()).Findings, finding => finding.Code == "link-dead");
    }

    [Fact]
    public async Task A_worker_that_died_loses_its_links_to_the_next()
    {
        var subject = new CheckSubject(null, _matrix.PoliceAccount.Id, [_matrix.Draft().Articles[0] with { SourceUrl = "https://lease.example/" }], null);
        await database.Get<CheckQueries>().LookAsync(_matrix.Editor, subject, Token);
        Assert.Contains(await Claims.TakeAsync(10, Token), link => link.Url == "https://lease.example/");
        Assert.DoesNotContain(await Claims.TakeAsync(10, Token), link => link.Url == "https://lease.example/");
        database.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Contains(await Claims.TakeAsync(10, Token), link => link.Url == "https://lease.example/");
    }

    private async Task<(int Links, int Alive, bool Tried)> Links() => await LookAsync() is var report ? (report.Links, report.LinksAlive, report.LinksTried) : default;

    private Task<CheckReport> LookAsync()
    {
        var article = _matrix.Draft(html: "<p><a href=\"https://mp.weixin.qq.com/s/a\">文</a></p>").Articles[0] with { SourceUrl = "https://mp.weixin.qq.com/s/b" };
        return database.Get<CheckQueries>().LookAsync(_matrix.Editor, new CheckSubject(null, _matrix.PoliceAccount.Id, [article], null), Token);
    }
}
