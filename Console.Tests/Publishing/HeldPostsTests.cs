using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>What a stop held up: the list, its release one by one or together, and who may.</summary>
public sealed class HeldPostsTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_falls_due_during_a_stop_is_listed_and_after_a_long_one_goes_out_only_when_released()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var (first, second) = (await scene.PlanAsync(title: "第一篇"), await scene.PlanAsync(TimeSpan.FromSeconds(2), title: "第二篇"));
        var later = await scene.PlanAsync(TimeSpan.FromHours(3), title: "还没到时间");
        Assert.True((await scene.Get<StopMatrix>().ExecuteAsync(Some.Supervisor, "演练", Stop)).Succeeded);
        await scene.PassAsync(TimeSpan.FromMinutes(31), TimeSpan.FromMinutes(1));

        var held = await HeldAsync(scene, Some.Supervisor);
        Assert.Equal([first, second], held.Select(row => row.PostId));
        Assert.All(held, row => Assert.True(row is { WaitsForPerson: false, MayDecide: true, AgencyName: "市公安局" }));
        Assert.Equal(OperationsErrors.Stopped, (await scene.Get<ReleaseHeld>().ExecuteAsync(Some.Supervisor, [first], Stop)).Error);

        Assert.True((await scene.Get<ResumeMatrix>().ExecuteAsync(Some.Supervisor, "结束", Stop)).Succeeded);
        await scene.PassAsync(TimeSpan.FromSeconds(5));
        held = await HeldAsync(scene, Some.Editor);
        Assert.Equal([first, second], held.Select(row => row.PostId));
        Assert.All(held, row => Assert.Equal((true, "publish-late"), (row.WaitsForPerson, row.Trouble!.Code)));
        Assert.Empty(await scene.ArticlesAsync());

        Assert.Null(Assert.Single((await scene.Get<ReleaseHeld>().ExecuteAsync(Some.Editor, [first], Stop)).Value).Refused);
        await scene.UntilAsync(first, PostStatus.Published);
        Assert.Equal(PostStatus.Scheduled, (await scene.PostAsync(second)).Status);
        Assert.Equal(PostStatus.Scheduled, (await scene.PostAsync(later)).Status);

        Assert.Equal([second], (await scene.Get<ReleaseHeld>().ExecuteAsync(Some.Administrator, null, Stop)).Value.Select(row => row.PostId));
        await scene.UntilAsync(second, PostStatus.Published);
        Assert.Empty(await HeldAsync(scene, Some.Editor));
        Assert.Equal(2, (await scene.ArticlesAsync()).Count);
        await using var db = await scene.OpenAsync();
        Assert.Equal(
            [Some.Editor.PersonId, Some.Administrator.PersonId],
            await db.Audit.Where(entry => entry.Action == "postReleased").OrderBy(entry => entry.Id).Select(entry => entry.ById!.Value).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_held_post_goes_back_to_planning_also_during_the_stop_and_is_not_sent_by_the_resume()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var post = await scene.PlanAsync();
        Assert.True((await scene.Get<StopMatrix>().ExecuteAsync(Some.Supervisor, "演练", Stop)).Succeeded);
        scene.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await scene.Get<ReturnHeld>().ExecuteAsync(Some.FinalReviewer, post, Stop)).Succeeded);
        Assert.True((await scene.Get<ResumeMatrix>().ExecuteAsync(Some.Supervisor, "结束", Stop)).Succeeded);
        await scene.PassAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(PostStatus.Approved, (await scene.PostAsync(post)).Status);
        Assert.Empty(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task Only_those_who_give_slots_or_operate_the_matrix_decide_and_only_about_what_is_held()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var (due, later) = (await scene.PlanAsync(), await scene.PlanAsync(TimeSpan.FromHours(2)));
        scene.Time.Advance(TimeSpan.FromMinutes(31));
        await scene.WorkAsync();

        Assert.Equal(Error.Forbidden, (await scene.Get<ReleaseHeld>().ExecuteAsync(Some.Reviewer, [due], Stop)).Error);
        Assert.Equal(Error.Forbidden, (await scene.Get<ReturnHeld>().ExecuteAsync(Some.Reviewer, due, Stop)).Error);
        Assert.False(Assert.Single(await HeldAsync(scene, Some.Reviewer)).MayDecide);
        var done = (await scene.Get<ReleaseHeld>().ExecuteAsync(Some.Editor, [later, Guid.NewGuid(), due], Stop)).Value;
        Assert.Equal([OperationsErrors.NotHeld, Error.NotFound, null], done.Select(row => row.Refused));
        Assert.Equal(OperationsErrors.NotHeld, (await scene.Get<ReturnHeld>().ExecuteAsync(Some.Editor, later, Stop)).Error);
    }

    private static async Task<IReadOnlyList<HeldRow>> HeldAsync(DeliveryScene scene, Actor actor) =>
        (await scene.Get<HeldQueries>().ListAsync(actor, null, 50, Stop)).Items;
}
