using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Publishing.Failures;

/// <summary>Rules B, F6: an empty answer is no success; only the platform's evidence ends a delivery.</summary>
public sealed class F06_Completed_with_nothing(PostgresFixture postgres)
{
    [Theory]
    [InlineData("/cgi-bin/freepublish/submit", "{}", Channel.Publish)]
    [InlineData("/cgi-bin/freepublish/submit", "", Channel.Publish)]
    [InlineData("/cgi-bin/freepublish/submit", "{\"errcode\":0,\"errmsg\":\"ok\"}", Channel.Publish)]
    [InlineData("/cgi-bin/message/mass/sendall", "null", Channel.MassSend)]
    public async Task Nobody_calls_it_published(string path, string answer, Channel channel)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        scene.Wire.Instead = asked => asked == path ? answer : null;
        var postId = await scene.PlanAsync(channel: channel);
        await scene.UntilAsync(postId, PostStatus.Unconfirmed, TimeSpan.FromMinutes(40));
        Assert.Empty(await scene.ArticlesAsync());
    }
}
