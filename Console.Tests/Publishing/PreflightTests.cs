using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks.Links;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs.Notices;
using GovAccountConsole.Infrastructure.Jobs.Preflight;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Publishing;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>发布前检查 (rules.md F13): what became invalid after scheduling is told before the slot, once per cause, and seen to be settled.</summary>
public sealed class PreflightTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cover", PreflightCause.PictureMissing)]
    [InlineData("expired", PreflightCause.PictureExpired)]
    [InlineData("token", PreflightCause.Token)]
    [InlineData("suspended", PreflightCause.AccountInactive)]
    [InlineData("address", PreflightCause.AddressNotAllowed)]
    [InlineData("permission", PreflightCause.Permission)]
    [InlineData("approval", PreflightCause.Approval)]
    [InlineData("link", PreflightCause.Link)]
    [InlineData("quota", PreflightCause.Quota)]
    public async Task What_breaks_after_scheduling_is_told_to_the_owner_before_the_slot(string what, PreflightCause cause)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(TimeSpan.FromHours(20), what == "quota" ? Channel.MassSend : Channel.Publish, link: what == "link" ? "https://www.linjiang.example/a.html" : null);
        Assert.Equal(0, await LookAsync(scene));
        Assert.Empty((await ViewAsync(scene, postId)).Findings);

        await BreakAsync(scene, postId, what);
        scene.Time.Advance(TimeSpan.FromHours(19));
        Assert.Equal(1, await LookAsync(scene));
        Assert.Equal(cause, Assert.Single((await ViewAsync(scene, postId)).Findings).Cause);
        Assert.Equal([Some.Editor.PersonId], await ToldAsync(scene, postId));
        Assert.True(scene.Now < (await scene.PublicationAsync(postId)).DueAt);
    }

    [Fact]
    public async Task One_cause_is_told_once_and_shown_as_settled_when_it_is_gone()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(TimeSpan.FromHours(20));
        await BreakAsync(scene, postId, "suspended");
        for (var looks = 0; looks < 4; looks++)
        {
            await LookAsync(scene);
            scene.Time.Advance(TimeSpan.FromMinutes(11));
        }

        Assert.Single(await ToldAsync(scene, postId));
        Assert.Contains(postId, await scene.Get<PreflightQueries>().FlaggedAsync(Some.Editor, [postId], Stop));
        Assert.Equal(postId, Assert.Single(await scene.Get<PreflightQueries>().TroublesAsync(Some.Editor, null, 10, Stop)).PostId);

        await scene.ChangeAsync((account, _) => account.Resume(Some.Supervisor.PersonId, scene.Now));
        scene.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(0, await LookAsync(scene));
        Assert.NotNull(Assert.Single((await ViewAsync(scene, postId)).Findings).SettledAt);
        Assert.Empty(await scene.Get<PreflightQueries>().FlaggedAsync(Some.Editor, [postId], Stop));
        Assert.Single(await ToldAsync(scene, postId));
        Assert.Null(await scene.Get<PreflightQueries>().OfPostAsync(Some.Person("外单位", Role.Editor, Some.Court), postId, Stop));
    }

    [Fact]
    public async Task What_is_wrong_with_an_account_is_told_once_however_many_posts_wait()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        for (var count = 1; count <= 5; count++) await scene.PlanAsync(TimeSpan.FromHours(count), title: $"第 {count} 件");
        await BreakAsync(scene, Guid.Empty, "suspended");
        Assert.Equal(5, await LookAsync(scene));
        await using var db = await scene.OpenAsync();
        Assert.Equal(1, await db.NoticeCauses.CountAsync(cause => cause.Kind == NoticeKind.Preflight, Stop));
    }

    [Fact]
    public async Task Looks_come_a_day_an_hour_and_five_minutes_before_and_a_moved_slot_starts_anew()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(TimeSpan.FromHours(30));
        await LookAsync(scene);
        Assert.Null((await ViewAsync(scene, postId)).LastRunAt);
        var due = (await scene.PublicationAsync(postId)).DueAt;
        foreach (var (hours, minutes) in new[] { (24, 0), (1, 0), (0, 5) })
        {
            scene.Time.Advance(due.AddHours(-hours).AddMinutes(-minutes) - scene.Now);
            await LookAsync(scene);
            Assert.InRange((await ViewAsync(scene, postId)).LastRunAt!.Value, scene.Now.AddSeconds(-5), scene.Now);
        }

        Assert.Null((await ViewAsync(scene, postId)).NextAt);
        Assert.True((await scene.Get<SchedulePost>().ExecuteAsync(Some.Editor, postId, scene.Now.AddHours(3), null, Stop)).Succeeded);
        scene.Time.Advance(TimeSpan.FromSeconds(30));
        await LookAsync(scene);
        Assert.InRange((await ViewAsync(scene, postId)).LastRunAt!.Value, scene.Now.AddSeconds(-5), scene.Now);
        Assert.NotNull((await ViewAsync(scene, postId)).NextAt);
    }

    [Fact]
    public async Task An_hour_before_the_slot_token_and_pictures_are_on_the_platform_and_at_the_slot_nothing_is_uploaded()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(TimeSpan.FromMinutes(50), picture: DeliveryScene.Jpeg(300, 200, 9));
        await LookAsync(scene);
        Assert.Equal((1, 1), (await scene.CallsAsync("/cgi-bin/media/uploadimg"), await scene.CallsAsync("/cgi-bin/material/add_material")));
        scene.Time.Advance(TimeSpan.FromMinutes(49));
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Equal((1, 1), (await scene.CallsAsync("/cgi-bin/media/uploadimg"), await scene.CallsAsync("/cgi-bin/material/add_material")));
        Assert.Equal(0, await LookAsync(scene));
    }

    [Fact]
    public async Task A_licence_that_was_shortened_after_scheduling_stops_the_post_at_its_slot_and_a_change_cannot_restart_its_review()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(TimeSpan.FromMinutes(2));
        await BreakAsync(scene, postId, "expired");
        var drafts = scene.Get<SaveDraft>();
        var article = (await scene.Get<PostQueries>().GetAsync(Some.Editor, postId, Stop))!.Articles[0];
        var changed = await drafts.ExecuteAsync(
            Some.Editor, postId, (await scene.PostAsync(postId)).Version, new PostDraft(scene.Account.Id, Channel.Publish, null, [article with { Digest = "改过" }]), SaveMode.Complete, Stop);
        Assert.False(changed.Succeeded);
        Assert.Equal("picture-expired", (await scene.UntilAsync(postId, PostStatus.Failed)).Trouble!.Code);
        Assert.Empty(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task One_revision_never_has_two_deliveries_by_one_account_and_channel()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(TimeSpan.FromHours(2));
        await using var db = await scene.OpenAsync();
        var post = await db.Posts.SingleAsync(row => row.Id == postId, Stop);
        db.Add(new Publication(post, scene.Now.AddHours(3), scene.Now));
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));
        Assert.Equal("ux_publications_once", ((Npgsql.PostgresException)refused.InnerException!).ConstraintName);

        // Over the turn of the year a moved slot stays one delivery, and the plan goes on in the new year.
        var newYear = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));
        foreach (var slot in new[] { newYear.AddSeconds(-1), newYear, newYear.AddHours(9) })
            Assert.True((await scene.Get<SchedulePost>().ExecuteAsync(Some.Editor, postId, slot, null, Stop)).Succeeded);
        Assert.Equal(newYear.AddHours(9), (await scene.PublicationAsync(postId)).DueAt);
        scene.Time.Advance(newYear.AddHours(9) - scene.Now);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task A_copied_database_looks_at_nothing_and_a_stopped_matrix_asks_nothing()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(TimeSpan.FromHours(1));
        await scene.ChangeAsync((_, matrix) => matrix.Stop("演练", Some.Department, Some.Supervisor.PersonId, scene.Now));
        await LookAsync(scene);
        Assert.NotNull((await ViewAsync(scene, postId)).LastRunAt);
        Assert.Equal(0, await scene.CallsAsync("/cgi-bin/freepublish/batchget"));
    }

    [Fact]
    public async Task Many_posts_of_one_minute_are_taken_in_few_batches_each_once()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        for (var count = 0; count < 12; count++) await scene.PlanAsync(TimeSpan.FromHours(2), title: $"第 {count} 件");
        scene.Get<IOptions<PreflightOptions>>().Value.Batch = 5;
        var claims = scene.Get<PreflightClaims>();
        var taken = await claims.TakeAsync(2, Stop);
        var rest = await claims.TakeAsync(2, Stop);
        Assert.Equal([5, 5, 2], taken.Concat(rest).Select(batch => batch.Ids.Count));
        Assert.Equal(12, taken.Concat(rest).SelectMany(batch => batch.Ids).Distinct().Count());
        Assert.Empty(await claims.TakeAsync(2, Stop));
        scene.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(12, (await claims.TakeAsync(9, Stop)).Sum(batch => batch.Ids.Count));
    }

    private static async Task<int> LookAsync(DeliveryScene scene)
    {
        var found = 0;
        scene.Time.Advance(PreflightClaims.FollowEvery);
        foreach (var batch in await scene.Get<PreflightClaims>().TakeAsync(20, Stop))
        {
            var run = scene.Get<PreflightRunner>().RunAsync(batch, Stop);
            await scene.PumpAsync(run);
            found += await run;
        }

        return found;
    }

    private static async Task<PreflightView> ViewAsync(DeliveryScene scene, Guid postId) => (await scene.Get<PreflightQueries>().OfPostAsync(Some.Editor, postId, Stop))!;

    private static async Task<List<Guid>> ToldAsync(DeliveryScene scene, Guid postId)
    {
        foreach (var claim in await scene.Get<NoticeClaims>().TakeCausesAsync(50, Stop)) await scene.Get<NoticeMaker>().TellAsync(claim, Stop);
        await using var db = await scene.OpenAsync();
        return await db.Notices.Where(notice => notice.Kind == NoticeKind.Preflight && notice.SubjectId == postId).Select(notice => notice.PersonId).ToListAsync(Stop);
    }

    private static async Task BreakAsync(DeliveryScene scene, Guid postId, string what)
    {
        await using var db = await scene.OpenAsync();
        switch (what)
        {
            case "cover":
                await db.Set<MediumContent>().ExecuteDeleteAsync(Stop);
                break;
            case "expired":
                var medium = await db.Media.SingleAsync(Stop);
                var yesterday = BusinessTime.DayOf(scene.Now).AddDays(-1);
                Assert.True(medium.Describe(new MediumDetails(string.Empty, MediumRights.Unknown, yesterday, false), Some.Editor.PersonId, scene.Now).Succeeded);
                await db.SaveChangesAsync(Stop);
                break;
            case "token":
                await scene.SetAsync(new { appSecret = "fedcba9876543210fedcba9876543210" });
                break;
            case "address":
                await scene.FaultAsync(new { path = "/cgi-bin/freepublish/batchget", errcode = 40164 });
                break;
            case "permission":
                await scene.FaultAsync(new { path = "/cgi-bin/freepublish/batchget", errcode = 48001 });
                break;
            case "suspended":
                await scene.ChangeAsync((account, _) => account.Suspend("自查", Some.Supervisor.PersonId, scene.Now));
                break;
            case "approval":
                await db.Publications.ExecuteUpdateAsync(row => row.SetProperty(publication => publication.ContentHash, new string('0', 64)), Stop);
                break;
            case "link":
                await PutDeadLinkAsync(db, postId, scene.Now);
                break;
            default:
                db.OutsideSends.Add(new OutsideSend(Some.Police, scene.Account.Id, "990001", (await scene.PublicationAsync(postId)).DueAt.AddMinutes(-30), scene.Now));
                await db.SaveChangesAsync(Stop);
                break;
        }
    }

    private static async Task PutDeadLinkAsync(ConsoleDb db, Guid postId, DateTimeOffset now)
    {
        var revision = await db.Revisions.SingleAsync(row => row.PostId == postId, Stop);
        var address = Assert.Single(PostChecks.Links(revision.Content.Articles));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO checked_links (url_hash, url, host, alive, reason, status, checked_at, next_at, seen_at)
            VALUES ({LinkShelf.HashOf(address)}, {address}, {new Uri(address).Host}, false, 'status', 404, {now}, {now.AddDays(1)}, {now})
            """, Stop);
    }
}
