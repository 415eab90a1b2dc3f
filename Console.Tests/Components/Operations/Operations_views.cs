using Bunit;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Jobs.Nodes;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Tests.Components.Operations;

public sealed class Operations_views : PageTest
{
    private static readonly MatrixStateView _running = new(false, null, null, null, true);

    public Operations_views()
    {
        Services.AddSingleton<PlatformWords>();
        Services.AddSingleton<TroubleText>();
    }

    [Fact]
    public async Task Held_posts_are_released_one_by_one_or_together_by_those_who_may()
    {
        var (released, returned, all) = (new List<HeldRow>(), new List<HeldRow>(), 0);
        var cut = Render<HeldList>(view => view.Add(v => v.Rows, [Held("等人定的", true, true), Held("别人的", true, false)]).Add(v => v.Count, 2).Add(v => v.Now, Now).Add(v => v.Open, true)
            .Add(v => v.OnRelease, released.Add).Add(v => v.OnReturn, returned.Add).Add(v => v.OnReleaseAll, () => all++));
        await cut.InvokeAsync(() => cut.Find("[data-testid=release]").Click());
        await cut.InvokeAsync(() => cut.Find("[data-testid=return-held]").Click());
        await cut.InvokeAsync(() => cut.Find("[data-testid=release-all]").Click());
        Assert.Equal(("等人定的", "等人定的", 1), (released.Single().Title, returned.Single().Title, all));
        Assert.Single(cut.FindAll("[data-testid=release]"));
    }

    [Fact]
    public void While_sending_is_off_nothing_can_be_released_but_given_back()
    {
        var cut = Render<HeldList>(view => view.Add(v => v.Rows, [Held("等人定的", true, true), Held("会接着发的", false, true)]).Add(v => v.Count, 5).Add(v => v.Now, Now).Add(v => v.Open, false));
        Assert.Empty(cut.FindAll("[data-testid=release], [data-testid=release-all]"));
        Assert.Equal(2, cut.FindAll("[data-testid=return-held]").Count);
        Assert.Contains("恢复发送后自己接着发", cut.Markup);
        Assert.Contains("还有 3 篇", cut.Markup);
    }

    [Fact]
    public void A_muted_installation_says_so_and_only_an_administrator_may_claim_it()
    {
        var cut = Render<OperationsState>(view => view.Add(v => v.State, _running with { Muted = true, MayAdminister = true }).Add(v => v.Now, Now));
        Assert.Contains("不向微信发送任何东西", cut.Markup);
        Assert.DoesNotContain("正常发送", cut.Markup);
        cut.Find("[data-testid=claim]");
        Assert.Empty(Render<OperationsState>(view => view.Add(v => v.State, _running with { Muted = true }).Add(v => v.Now, Now)).FindAll("[data-testid=claim]"));
        Assert.Contains("从备份恢复", Render<OperationsState>(view => view.Add(v => v.State, _running with { Muted = true, TurnedBack = true }).Add(v => v.Now, Now)).Markup);
    }

    [Fact]
    public void Whoever_stopped_is_told_that_somebody_else_must_resume()
    {
        var stopped = _running with { Stopped = true, Reason = "演练", ByName = "何立明", At = Now, ResumeNeedsSecond = true };
        Assert.NotEmpty(Render<OperationsState>(view => view.Add(v => v.State, stopped).Add(v => v.Now, Now)).FindAll("[data-testid=second-needed]"));
        Assert.Empty(Render<OperationsState>(view => view.Add(v => v.State, stopped with { MayResume = true }).Add(v => v.Now, Now)).FindAll("[data-testid=second-needed]"));
    }

    [Fact]
    public void Lanes_of_the_living_nodes_are_added_up_and_a_silent_node_is_named()
    {
        NodeView Node(string name, bool alive) => new(name, "1", Now.AddHours(-1), Now.AddSeconds(-3), alive, false, [new LaneBeat("Publication", Now, 10, 1, 2, 40, null)]);
        var cut = Render<OperationsNodes>(view => view.Add(v => v.Nodes, [Node("甲机", true), Node("乙机", true), Node("丙机", false)]).Add(v => v.Now, Now));
        var cells = Assert.Single(cut.FindAll("[data-testid=lane]")).TextContent;
        Assert.Contains("发布", cells);
        Assert.Contains("20", cells);
        Assert.Contains("40 毫秒", cells);
        Assert.Contains("没有消息", cut.Markup);
    }

    [Fact]
    public void Findings_say_in_words_what_to_do_and_what_was_put_right()
    {
        var cut = Render<OperationsFindings>(view => view
            .Add(v => v.View, new SweepView([.. Enum.GetValues<SweepKind>().Select(kind => new FindingRow(kind, Guid.NewGuid(), "稿件", "临江公安", "市公安局", Now))], 3)).Add(v => v.Now, Now));
        Assert.Equal(Enum.GetValues<SweepKind>().Length, cut.FindAll("[data-testid=finding]").Count);
        Assert.DoesNotContain("Sweep.", cut.Markup);
        Assert.Contains("3 处", cut.Markup);
    }

    private static HeldRow Held(string title, bool waits, bool may) =>
        new(Guid.NewGuid(), title, Guid.NewGuid(), "临江公安", Guid.NewGuid(), "市公安局", Now.AddHours(-1), waits ? new Trouble("publish-late", ["60"]) : null, waits, may);
}
