using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>Questions to the platform keep within what an account may ask on a day.</summary>
public sealed class CallBudgetTests(PostgresFixture postgres)
{
    private const string Submit = "/cgi-bin/freepublish/submit";
    private const string List = "/cgi-bin/freepublish/batchget";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_machine_leaves_a_fifth_for_people_and_asks_a_person_instead()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        await SpendAsync(scene, CallInterface.PublishedList, 80);
        await scene.FaultAsync(new { path = Submit, cut = "before" });
        var postId = await scene.PlanAsync();
        await scene.UntilAsync(postId, PostStatus.Unconfirmed);
        Assert.Equal(0, await scene.CallsAsync(List));

        var acting = scene.Get<SendPostAgain>().ExecuteAsync(Some.Editor, postId, "手机上没有这一篇", null, Stop);
        await scene.PumpAsync(acting);
        Assert.True((await acting).Succeeded);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Equal(2, await scene.CallsAsync(List));
        Assert.Equal(82, (await BudgetAsync(scene, CallInterface.PublishedList))!.Used);
    }

    [Fact]
    public async Task Used_up_at_the_platform_closes_the_interface_until_the_next_day_in_Shanghai()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        await scene.FaultAsync(new { path = Submit, cut = "before" });
        await scene.FaultAsync(new { path = List, errcode = 45009, times = 1 });
        var postId = await scene.PlanAsync();
        await scene.UntilAsync(postId, PostStatus.Unconfirmed);
        Assert.Equal(1, await scene.CallsAsync(List));
        Assert.NotNull((await BudgetAsync(scene, CallInterface.PublishedList))!.ClosedAt);
        Assert.Contains((await scene.Get<AccountQueries>().GetAsync(Some.Editor, scene.Account.Id, Stop))!.Calls, row => row is { Interface: CallInterface.PublishedList, ClosedAt: not null });

        scene.Time.Advance(BusinessTime.StartOf(BusinessTime.DayOf(scene.Now).AddDays(1)) - scene.Now + TimeSpan.FromHours(2));
        await scene.WorkAsync();
        Assert.Equal(2, await scene.CallsAsync(List));
    }

    [Fact]
    public async Task An_answer_to_a_person_opens_it_again()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var (budgets, id) = (scene.Get<CallBudgets>(), scene.Account.Id);
        await budgets.NoteAsync(id, CallInterface.PublishStatus, new PlatformError(45009, "reach max api daily quota limit", null), Stop);
        static Task<Answer<string>> AnswerAsync() => Task.FromResult(Answer.Ok("好"));
        Assert.Null(await budgets.AskAsync(id, CallInterface.PublishStatus, Asker.Machine, AnswerAsync, Stop));
        Assert.Null(await budgets.AskAsync(id, CallInterface.PublishStatus, Asker.ForPerson, AnswerAsync, Stop));
        Assert.NotNull(await budgets.AskAsync(id, CallInterface.PublishStatus, Asker.Person, AnswerAsync, Stop));
        Assert.NotNull(await budgets.AskAsync(id, CallInterface.PublishStatus, Asker.Machine, AnswerAsync, Stop));
    }

    [Fact]
    public async Task Nothing_is_counted_on_the_way_of_a_sending_that_goes_well()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.UntilAsync(await scene.PlanAsync(), PostStatus.Published);
        await using var db = await scene.OpenAsync();
        Assert.DoesNotContain(await db.Set<CallBudget>().ToListAsync(Stop), row => row.Interface is CallInterface.Submission or CallInterface.DraftAdding or CallInterface.Push);
    }

    [Fact]
    public async Task A_refused_step_keeps_the_platforms_request_id()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = Submit, errcode = 53503, times = 1 });
        var postId = await scene.PlanAsync();
        await scene.UntilAsync(postId, PostStatus.Failed);
        var step = (await scene.PublicationAsync(postId)).Last(PublicationStepName.Submit)!;
        Assert.Equal((53503, true), (step.ErrorCode, step.Rid is { Length: > 0 }));
        Assert.Equal(step.Rid, (await scene.Get<PostQueries>().PublicationAsync(Some.Editor, postId, Stop))!.Steps[^1].Rid);
    }

    private static async Task SpendAsync(DeliveryScene scene, CallInterface what, int used)
    {
        await using var db = await scene.OpenAsync();
        db.Add(new CallBudget { AccountId = scene.Account.Id, Day = BusinessTime.DayOf(scene.Now), Interface = what, Used = used });
        await db.SaveChangesAsync(Stop);
    }

    private static async Task<CallBudget?> BudgetAsync(DeliveryScene scene, CallInterface what)
    {
        await using var db = await scene.OpenAsync();
        return await db.Set<CallBudget>().AsNoTracking().SingleOrDefaultAsync(row => row.Interface == what, Stop);
    }
}
