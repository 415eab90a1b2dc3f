using System.Diagnostics;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>Two nodes on one PostgreSQL: work is shared, a dead node's is taken over within the lease, a stop on one holds on the other.</summary>
public sealed class TwoNodesTests(PostgresFixture postgres)
{
    private const int Accounts = 24;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_dies_with_a_delivery_in_hand_is_followed_by_the_other_within_the_lease()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await using var other = scene.AnotherNode();
        var post = await scene.PlanAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        var dead = Assert.Single(await scene.ClaimAsync());
        var lease = new PublishingOptions().Lease;

        scene.Time.Advance(lease - TimeSpan.FromSeconds(1));
        Assert.Empty(await other.GetRequiredService<PublicationClaims>().TakeAsync(20, Stop));
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        var taken = Assert.Single(await other.GetRequiredService<PublicationClaims>().TakeAsync(20, Stop));
        Assert.Equal(dead.Id, taken.Id);
        await scene.PumpAsync(other.GetRequiredService<PublicationRunner>().RunAsync(taken, Stop));
        // The dead one wakes up after all: its token is worthless.
        await Assert.ThrowsAsync<LeaseLostException>(() => scene.RunAsync(dead));
        await scene.UntilAsync(post, PostStatus.Published);
        Assert.Equal(1, await scene.CallsAsync("/cgi-bin/freepublish/submit"));
        Assert.Single(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task Two_nodes_share_what_is_due_and_never_hold_the_same()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await using var other = scene.AnotherNode();
        await ManyAsync(scene);
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        var (mine, theirs) = (new List<ClaimedPublication>(), new List<ClaimedPublication>());
        for (var round = 0; round < Accounts && mine.Count + theirs.Count < Accounts; round++)
        {
            var both = await Task.WhenAll(scene.Get<PublicationClaims>().TakeAsync(3, Stop), other.GetRequiredService<PublicationClaims>().TakeAsync(3, Stop));
            mine.AddRange(both[0]);
            theirs.AddRange(both[1]);
        }

        Assert.NotEmpty(mine);
        Assert.NotEmpty(theirs);
        Assert.Equal(Accounts, mine.Concat(theirs).Select(claim => claim.Id).Distinct().Count());
        Assert.Equal(Accounts, mine.Count + theirs.Count);
    }

    [Fact]
    public async Task A_stop_on_one_node_holds_on_the_other_in_under_two_seconds()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await using var other = scene.AnotherNode();
        await ManyAsync(scene);
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        var held = await other.GetRequiredService<PublicationClaims>().TakeAsync(3, Stop);
        Assert.Equal(3, held.Count);

        var watch = Stopwatch.StartNew();
        Assert.True((await scene.Get<StopMatrix>().ExecuteAsync(Some.Supervisor, "冒名", Stop)).Succeeded);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Empty(await other.GetRequiredService<PublicationClaims>().TakeAsync(20, Stop));
        foreach (var claim in held) await scene.PumpAsync(other.GetRequiredService<PublicationRunner>().RunAsync(claim, Stop));
        await using var db = await scene.OpenAsync();
        Assert.Equal(0, await db.Publications.CountAsync(row => row.Steps.Any(), Stop));
    }

    private static async Task ManyAsync(DeliveryScene scene)
    {
        await using var db = await scene.OpenAsync();
        for (var index = 0; index < Accounts; index++)
        {
            var account = OfficialAccount.Apply(
                Some.Police, Some.Details() with { AppId = $"wx{index:x16}", Name = $"临江公安{index}" }, Some.Secrets, new SealedSecrets("s", "t", "k"), Some.Administrator.Id, scene.Now.AddDays(-30)).Value;
            account.NoteChecks(Some.Passing, Some.Administrator.Id, scene.Now.AddDays(-29));
            Assert.True(account.Approve(Some.Supervisor.PersonId, scene.Now.AddDays(-28)).Succeeded);
            db.Accounts.Add(account);
            var (post, revision) = Some.Approved(account);
            Assert.True(post.Schedule(account, scene.Now.AddSeconds(1), [], Some.Editor.PersonId, scene.Now).Succeeded);
            db.AddRange(post, revision, new Publication(post, post.PublishAt!.Value, scene.Now));
        }

        await db.SaveChangesAsync(Stop);
    }
}
