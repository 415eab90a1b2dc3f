using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Publishing.Failures;

/// <summary>Rules B, F1: whatever breaks after the platform took it, it is not sent again.</summary>
public sealed class F01_A_side_effect_after_success(PostgresFixture postgres)
{
    [Theory]
    [InlineData(Channel.Publish, "/cgi-bin/freepublish/submit")]
    [InlineData(Channel.MassSend, "/cgi-bin/message/mass/sendall")]
    public async Task Exactly_one_article(Channel channel, string path)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        var postId = await scene.PlanAsync(channel: channel);
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        scene.Wire.Instead = asked =>
        {
            if (asked == path) scene.Wire.KillAt(0, before: false);
            return null;
        };
        await Assert.ThrowsAsync<KilledException>(() => scene.WorkAsync());
        scene.Wire.Instead = _ => null;
        scene.Wire.Spare();
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
        if (channel == Channel.Publish) Assert.Equal(1, await scene.CallsAsync(path));
    }
}
