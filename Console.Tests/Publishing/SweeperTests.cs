using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Jobs.Sweeping;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>F7 and F8 (rules.md B): what nobody waits for is found, put right without sending, or told to a person once.</summary>
public sealed class SweeperTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deliveries_that_were_wiped_come_back_or_are_asked_about_but_are_never_sent_by_the_sweeper()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = "/cgi-bin/draft/add", httpStatus = 500, times = 3 });
        var begun = await scene.PlanAsync(title: "已经开始发的");
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        await scene.WorkAsync();
        Assert.Equal(PostStatus.Publishing, (await scene.PostAsync(begun)).Status);
        var planned = await scene.PlanAsync(TimeSpan.FromMinutes(30), title: "还没到时间的");
        await using (var db = await scene.OpenAsync())
        {
            await Tampering.RunAsync(db.Database.GetConnectionString()!, "DELETE FROM publication_steps; DELETE FROM publications");
        }

        scene.Time.Advance(TimeSpan.FromMinutes(3));
        var calls = await scene.CallsAsync("/cgi-bin/draft/add");
        Assert.Equal(2, await scene.Get<Sweeper>().SweepAsync(Stop));
        Assert.Equal(calls, await scene.CallsAsync("/cgi-bin/draft/add"));
        var asked = await scene.PostAsync(begun);
        Assert.Equal((PostStatus.Unconfirmed, "delivery-lost"), (asked.Status, asked.Trouble!.Code));
        await scene.UntilAsync(planned, PostStatus.Published, TimeSpan.FromMinutes(31));
        Assert.Single(await scene.ArticlesAsync());
        await using var after = await scene.OpenAsync();
        Assert.Equal(
            ["NoDelivery", "NotPlanned"],
            await after.Audit.Where(entry => entry.Action == "sweepPutRight").Select(entry => entry.Detail!).Order().ToListAsync(Stop));
        Assert.Equal(2, (await scene.Get<SweepQueries>().ViewAsync(Some.Supervisor, Stop)).PutRight);
    }

    [Fact]
    public async Task A_lease_nobody_follows_up_is_given_back_and_its_old_worker_changes_nothing()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var post = await scene.PlanAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        var claim = Assert.Single(await scene.ClaimAsync());
        Assert.Equal(0, await scene.Get<Sweeper>().SweepAsync(Stop));
        scene.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await scene.Get<Sweeper>().SweepAsync(Stop));
        Assert.Null((await scene.PublicationAsync(post)).LeaseToken);
        await Assert.ThrowsAsync<LeaseLostException>(() => scene.RunAsync(claim));
        await scene.UntilAsync(post, PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task What_is_overdue_and_taken_up_by_nobody_is_shown_and_told_once_until_it_is_gone()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var (post, behind) = (await scene.PlanAsync(), await scene.PlanAsync(TimeSpan.FromSeconds(2)));
        scene.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(0, await scene.Get<Sweeper>().SweepAsync(Stop));
        scene.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await scene.Get<Sweeper>().SweepAsync(Stop));
        scene.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await scene.Get<Sweeper>().SweepAsync(Stop));
        Assert.Equal((SweepKind.Overdue, post), (await scene.Get<SweepQueries>().ViewAsync(Some.Supervisor, Stop)).Open.Select(row => (row.Kind, row.PostId)).Single());
        await using (var db = await scene.OpenAsync())
        {
            Assert.Equal(post, (await db.NoticeCauses.SingleAsync(cause => cause.Kind == NoticeKind.Overlooked, Stop)).SubjectId);
        }

        await scene.UntilAsync(behind, PostStatus.Published);
        await scene.Get<Sweeper>().SweepAsync(Stop);
        Assert.Empty((await scene.Get<SweepQueries>().ViewAsync(Some.Supervisor, Stop)).Open);
    }

    [Fact]
    public async Task During_a_stop_nothing_is_called_overdue()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.PlanAsync();
        Assert.True((await scene.Get<StopMatrix>().ExecuteAsync(Some.Supervisor, "演练", Stop)).Succeeded);
        scene.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(0, await scene.Get<Sweeper>().SweepAsync(Stop));
    }

    [Fact]
    public async Task An_outcome_unknown_for_more_than_a_day_is_told_once()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var post = await scene.PlanAsync();
        await using (var db = await scene.OpenAsync())
        {
            var (row, delivery) = (await db.Posts.SingleAsync(Stop), await db.Publications.SingleAsync(Stop));
            row.BeginPublishing(scene.Now);
            row.NoteUnconfirmed(new Trouble("outcome-timeout", []), scene.Now);
            delivery.LoseTrack(new Trouble("outcome-timeout", []), null);
            await db.SaveChangesAsync(Stop);
        }

        scene.Time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await scene.Get<Sweeper>().SweepAsync(Stop));
        scene.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await scene.Get<Sweeper>().SweepAsync(Stop));
        scene.Time.Advance(TimeSpan.FromHours(20));
        Assert.Equal(0, await scene.Get<Sweeper>().SweepAsync(Stop));
        Assert.Equal((SweepKind.LongUnconfirmed, post), (await scene.Get<SweepQueries>().ViewAsync(Some.Editor, Stop)).Open.Select(row => (row.Kind, row.PostId)).Single());
        await using var after = await scene.OpenAsync();
        Assert.Single(await after.NoticeCauses.Where(cause => cause.Kind == NoticeKind.Overlooked).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_delivery_begun_and_never_to_be_looked_at_again_waits_for_a_person()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var post = await scene.PlanAsync();
        await using (var db = await scene.OpenAsync())
        {
            (await db.Posts.SingleAsync(Stop)).BeginPublishing(scene.Now);
            (await db.Publications.SingleAsync(Stop)).Begin(PublicationStepName.VerifyContent, scene.Now);
            await db.SaveChangesAsync(Stop);
            await db.Publications.ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.NextAttemptAt, (DateTimeOffset?)null), Stop);
        }

        Assert.Equal(1, await scene.Get<Sweeper>().SweepAsync(Stop));
        Assert.Equal(PostStatus.Scheduled, (await scene.PostAsync(post)).Status);
        Assert.Equal(post, Assert.Single((await scene.Get<HeldQueries>().ListAsync(Some.Editor, null, 9, Stop)).Items).PostId);
    }
}
