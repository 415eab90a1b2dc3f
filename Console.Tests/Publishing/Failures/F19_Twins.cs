using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Publishing.Failures;

/// <summary>Rules B, F19: twins share nothing on the platform, so that deleting one leaves the other.</summary>
public sealed class F19_Twins(PostgresFixture postgres)
{
    [Theory]
    [InlineData(Channel.Publish)]
    [InlineData(Channel.MassSend)]
    public async Task Each_sending_has_its_own_draft_and_outlives_the_other(Channel channel)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.SetAsync(new { massSendLimit = 10 });
        var first = await scene.PlanAsync(channel: channel);
        await scene.UntilAsync(first, PostStatus.Published);
        var firstKey = (string)(await scene.ArticlesAsync())[0]!["key"]!;
        var second = await scene.PlanAsync(channel: channel);
        await scene.UntilAsync(second, PostStatus.Published);
        var (one, other) = (await scene.PublicationAsync(first), await scene.PublicationAsync(second));
        Assert.NotEqual(one.DraftMediaId, other.DraftMediaId);
        Assert.NotEqual(one.SendKey, other.SendKey);
        Assert.Equal(2, await scene.CallsAsync("/cgi-bin/draft/add"));

        await scene.PlatformPostAsync($"/sim/accounts/{DeliveryScene.AppId}/articles/{firstKey}/remove", new { by = "byUser" });
        Assert.Equal([false, true], (await scene.ArticlesAsync()).OrderBy(article => (string)article!["key"]! == firstKey).Select(article => (bool)article!["isDeleted"]!));
    }
}
