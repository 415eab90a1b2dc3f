using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Publishing.Failures;

/// <summary>Rules B, F18: 45065 says that it was sent; it is read back and never a failure.</summary>
public sealed class F18_Already_sent(PostgresFixture postgres)
{
    private const string SendAll = "/cgi-bin/message/mass/sendall";

    [Fact]
    public async Task The_first_jobs_number_is_taken_over()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        await scene.FaultAsync(new { path = SendAll, cut = "after" });
        var postId = await scene.PlanAsync(channel: Channel.MassSend);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Equal(2, await scene.CallsAsync(SendAll));
        Assert.NotNull((await scene.PublicationAsync(postId)).JobId);
        Assert.Single(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task Without_a_number_a_person_is_asked()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        scene.Wire.Instead = path => path == SendAll ? """{"errcode":45065,"errmsg":"clientmsgid exist"}""" : null;
        var post = await scene.UntilAsync(await scene.PlanAsync(channel: Channel.MassSend), PostStatus.Unconfirmed);
        Assert.Equal("weixin-45065", post.Trouble?.Code);
    }
}
