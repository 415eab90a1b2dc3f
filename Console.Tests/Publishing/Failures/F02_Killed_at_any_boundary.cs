using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Publishing.Failures;

/// <summary>Rules B, F2: submit, poll and finish are persisted steps; a worker killed before or after any call is followed by another.</summary>
public sealed class F02_Killed_at_any_boundary(PostgresFixture postgres)
{
    // token, picture, cover, draft/add, draft/get, submit; before: the intent is written and the call not made; after: the call is made and its result not written.
    public static MatrixTheoryData<int, bool> Boundaries { get; } = new(Enumerable.Range(1, 6), [true, false]);

    [Theory]
    [MemberData(nameof(Boundaries))]
    public async Task A_publication_is_never_doubled_and_never_lost(int call, bool before)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        var postId = await scene.PlanAsync(picture: DeliveryScene.Jpeg(64, 64, 3));
        await KillAsync(scene, call, before);
        // Only a kill at the hand-over itself, with nothing made of it, leaves what nobody can know.
        await scene.UntilAsync(postId, (call, before) == (6, true) ? PostStatus.Unconfirmed : PostStatus.Published);
        Assert.Equal((call, before) == (6, true) ? 0 : 1, (await scene.ArticlesAsync()).Count);
        Assert.InRange(await scene.CallsAsync("/cgi-bin/freepublish/submit"), 0, 1);
    }

    [Theory]
    [MemberData(nameof(Boundaries))]
    public async Task A_push_is_never_doubled_and_never_lost(int call, bool before)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        var postId = await scene.PlanAsync(channel: Channel.MassSend, picture: DeliveryScene.Jpeg(64, 64, 3));
        await KillAsync(scene, call, before);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_while_waiting_for_the_result_it_is_looked_for_again(bool before)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        var postId = await scene.PlanAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        await scene.WorkAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(11));
        scene.Wire.KillAt(1, before);
        await Assert.ThrowsAsync<KilledException>(() => scene.WorkAsync());
        scene.Wire.Spare();
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Equal(1, await scene.CallsAsync("/cgi-bin/freepublish/submit"));
    }

    private static async Task KillAsync(DeliveryScene scene, int call, bool before)
    {
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        scene.Wire.KillAt(call, before);
        await Assert.ThrowsAsync<KilledException>(() => scene.WorkAsync());
        scene.Wire.Spare();
    }
}
