using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Publishing;

public sealed class TokenClusterTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Two_nodes_that_need_a_token_at_once_fetch_one()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var token = TestContext.Current.CancellationToken;
        TokenKeeper[] nodes = [Node(scene), Node(scene), Node(scene)];
        var answers = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.GetAsync(DeliveryScene.AppId, failed: null, token), token)));
        Assert.Single(answers.Select(answer => answer.Value!.Token).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await scene.CallsAsync(WeixinPaths.StableToken));
    }

    // What another process would have: its own memory, the same database.
    private static TokenKeeper Node(DeliveryScene scene) => new(scene.Get<TokenApi>(), scene.Get<TokenStore>(), scene.Time);
}
