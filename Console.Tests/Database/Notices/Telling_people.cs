using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs.Notices;
using GovAccountConsole.Infrastructure.Notices;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovAccountConsole.Tests.Database.Notices;

/// <summary>Acts become causes, causes become notices to exactly those whom they concern.</summary>
public sealed class Telling_people(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(postgres);
    private SmallMatrix _matrix = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _matrix = await SmallMatrix.CreateAsync(_database);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_submitted_post_is_the_turn_of_those_who_may_decide_and_of_nobody_else()
    {
        var post = await _matrix.SubmittedAsync();
        await TellAsync();
        var notice = Assert.Single(await OfAsync(_matrix.Reviewer));
        Assert.Equal((NoticeKind.YourTurn, post.Id, "初审"), (notice.Kind, notice.SubjectId, notice.Args[1]));
        foreach (var other in new[] { _matrix.Editor, _matrix.FinalReviewer, _matrix.Supervisor, _matrix.Administrator, _matrix.CourtEditor, _matrix.Stranger })
        {
            Assert.Empty(await OfAsync(other));
        }

        await DecideAsync(_matrix.Reviewer, post.Id, post.Revision, DecisionKind.Approve, null);
        await TellAsync();
        Assert.Equal("复审", Assert.Single(await OfAsync(_matrix.FinalReviewer)).Args[1]);
        Assert.Single(await OfAsync(_matrix.Reviewer));
    }

    [Fact]
    public async Task A_returned_post_comes_to_its_author_with_the_reason()
    {
        var post = await _matrix.SubmittedAsync();
        await DecideAsync(_matrix.Reviewer, post.Id, post.Revision, DecisionKind.Return, "时间写错了");
        await TellAsync();
        var notice = Assert.Single(await OfAsync(_matrix.Editor));
        Assert.Equal((NoticeKind.Returned, "周岚", "时间写错了"), (notice.Kind, notice.ByName, notice.Args[1]));
        // The turn had passed before anybody was told of it.
        Assert.Empty(await OfAsync(_matrix.Reviewer));
    }

    [Fact]
    public async Task Nobody_is_told_twice_however_many_workers_take_the_cause_up()
    {
        await _matrix.SubmittedAsync();
        var claims = _database.Get<NoticeClaims>();
        var first = await claims.TakeCausesAsync(10, Stop);
        Assert.Empty(await claims.TakeCausesAsync(10, Stop));
        _database.Time.Advance(NoticeClaims.Lease + TimeSpan.FromSeconds(1));
        var again = await claims.TakeCausesAsync(10, Stop);
        Assert.Equal(first.Select(cause => cause.Id), again.Select(cause => cause.Id));
        var maker = _database.Get<NoticeMaker>();
        foreach (var claim in first.Concat(again).Concat(again))
        {
            await maker.TellAsync(claim, Stop);
        }

        Assert.Single(await OfAsync(_matrix.Reviewer));
        Assert.Empty(await claims.TakeCausesAsync(10, Stop));
    }

    [Fact]
    public async Task What_one_may_no_longer_see_is_neither_shown_nor_counted_nor_marked()
    {
        await _matrix.SubmittedAsync();
        await TellAsync();
        var notice = Assert.Single(await OfAsync(_matrix.Reviewer));
        await using (var db = await _database.OpenAsync())
        {
            await db.RoleGrants.Where(grant => grant.PersonId == _matrix.Reviewer.Id).ExecuteDeleteAsync(Stop);
        }

        _database.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(await OfAsync(_matrix.Reviewer));
        Assert.Equal(0, await _database.Get<NoticeQueries>().UnreadAsync(_matrix.Reviewer, Stop));
        Assert.Equal("not-found", (await _database.Get<ReadNotice>().ExecuteAsync(_matrix.Reviewer, notice.Id, Stop)).Error.Code);
    }

    [Fact]
    public async Task One_reads_ones_own_notices_only()
    {
        await _matrix.SubmittedAsync();
        await _matrix.SubmittedAsync();
        await TellAsync();
        var mine = await OfAsync(_matrix.Reviewer);
        Assert.Equal("not-found", (await _database.Get<ReadNotice>().ExecuteAsync(_matrix.FinalReviewer, mine[0].Id, Stop)).Error.Code);
        Assert.True((await _database.Get<ReadNotice>().ExecuteAsync(_matrix.Reviewer, mine[0].Id, Stop)).Succeeded);
        Assert.Equal(1, await _database.Get<NoticeQueries>().UnreadAsync(_matrix.Reviewer, Stop));
        Assert.Equal(0, (await _database.Get<ReadAllNotices>().ExecuteAsync(_matrix.FinalReviewer, Stop)).Value);
        Assert.Equal(1, (await _database.Get<ReadAllNotices>().ExecuteAsync(_matrix.Reviewer, Stop)).Value);
        Assert.Equal(0, await _database.Get<NoticeQueries>().UnreadAsync(_matrix.Reviewer, Stop));
    }

    [Fact]
    public async Task A_stop_is_told_to_those_who_operate_and_those_whose_posts_wait_never_to_who_stopped()
    {
        await _matrix.ScheduledAsync(_database.Time.GetUtcNow().AddHours(3));
        await TellAsync();
        Assert.True((await _database.Get<StopMatrix>().ExecuteAsync(_matrix.Supervisor, "演练", Stop)).Succeeded);
        await TellAsync();
        Assert.Contains(await OfAsync(_matrix.Administrator), notice => notice.Kind == NoticeKind.MatrixStopped);
        Assert.Contains(await OfAsync(_matrix.Editor), notice => notice.Kind == NoticeKind.MatrixStopped);
        Assert.DoesNotContain(await OfAsync(_matrix.Supervisor), notice => notice.Kind == NoticeKind.MatrixStopped);
        Assert.Empty(await OfAsync(_matrix.CourtEditor));
        Assert.True((await _database.Get<ResumeMatrix>().ExecuteAsync(_matrix.Supervisor, "演练结束", Stop)).Succeeded);
    }

    [Fact]
    public async Task A_clock_is_told_once_when_it_nears_its_end_and_once_when_it_ran_out()
    {
        await _matrix.SubmittedAsync();
        await TellAsync();
        await using var db = await _database.OpenAsync();
        var due = (await db.Posts.SingleAsync(post => post.AgencyId == _matrix.Police.Id, Stop)).ReviewDueAt!.Value;
        using var clock = new ReviewClock(_database.Get<Work>(), _database.Time, NullLogger<ReviewClock>.Instance);
        Assert.Equal(0, await clock.LookAsync(Stop));
        _database.Time.SetUtcNow(due - TimeSpan.FromMinutes(30));
        Assert.Equal(1, await clock.LookAsync(Stop));
        Assert.Equal(0, await clock.LookAsync(Stop));
        await TellAsync();
        _database.Time.SetUtcNow(due + TimeSpan.FromMinutes(1));
        Assert.Equal(1, await clock.LookAsync(Stop));
        await TellAsync();
        Assert.Equal([NoticeKind.ClockRanOut, NoticeKind.ClockRunning, NoticeKind.YourTurn], (await OfAsync(_matrix.Reviewer)).Select(notice => notice.Kind));
    }

    [Fact]
    public async Task What_is_switched_off_is_not_told_and_alarms_stay()
    {
        var save = _database.Get<SaveNoticeSettings>();
        Assert.True((await save.ExecuteAsync(_matrix.Reviewer, new Dictionary<NoticeKind, NoticeDelivery> { [NoticeKind.YourTurn] = NoticeDelivery.Off }, QuietHours.Default, 9, Stop)).Succeeded);
        await _matrix.SubmittedAsync();
        await TellAsync();
        Assert.Empty(await OfAsync(_matrix.Reviewer));
        var refused = await save.ExecuteAsync(_matrix.Administrator, new Dictionary<NoticeKind, NoticeDelivery> { [NoticeKind.MatrixStopped] = NoticeDelivery.Off }, QuietHours.Default, 9, Stop);
        Assert.Equal("notice-alarm-stays", refused.Error.Code);
    }

    private async Task TellAsync()
    {
        var maker = _database.Get<NoticeMaker>();
        while (await _database.Get<NoticeClaims>().TakeCausesAsync(50, Stop) is { Count: > 0 } claimed)
        {
            foreach (var claim in claimed)
            {
                await maker.TellAsync(claim, Stop);
            }
        }
    }

    private async Task<IReadOnlyList<NoticeRow>> OfAsync(Actor actor) => (await _database.Get<NoticeQueries>().ListAsync(actor, false, null, 50, Stop)).Items;

    private async Task DecideAsync(Actor actor, Guid post, int revision, DecisionKind kind, string? comment) =>
        Assert.True((await _database.Get<DecidePost>().ExecuteAsync(actor, post, revision, new Verdict(kind, comment), Stop)).Succeeded);
}
