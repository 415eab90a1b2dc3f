using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Tests.Publishing;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Weixin;

public sealed class AccountProbeTests(PostgresFixture postgres)
{
    private static readonly string[] Names = ["appId", "appSecret", "ipAllowList", "permissions", "callback", "verification"];
    private static readonly string[] OtherAddresses = ["203.0.113.7"];

    [Fact]
    public async Task A_good_account_passes_every_check()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var checks = await RunAsync(scene);
        Assert.Equal(Names, checks.Select(check => check.Name));
        Assert.All(checks, check => Assert.True(check.Ok == true, $"{check.Name} {check.DetailCode}"));
    }

    [Fact]
    public async Task An_address_that_is_not_allowed_is_named()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, account: new { ipAllowList = OtherAddresses });
        var checks = await RunAsync(scene);
        var check = checks.Single(row => row.Name == "ipAllowList");
        Assert.Equal((false, "check-allow-address", 40164), (check.Ok, check.DetailCode, check.ErrorCode));
        Assert.Equal("127.0.0.1", Assert.Single(check.Args));
        Assert.Null(checks.Single(row => row.Name == "permissions").Ok);
    }

    [Theory]
    [InlineData("wxffffffffffffffff", DeliveryScene.Secret, "appId", 40013)]
    [InlineData(DeliveryScene.AppId, "ffffffffffffffffffffffffffffffff", "appSecret", 40125)]
    public async Task A_wrong_credential_is_told_apart(string appId, string secret, string failing, int code)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var checks = await scene.Get<AccountProbe>().RunAsync(new(appId, secret), TestContext.Current.CancellationToken);
        Assert.Equal((failing, (int?)code), Assert.Single(checks, check => check.Ok == false) is { } failed ? (failed.Name, failed.ErrorCode) : default);
    }

    [Fact]
    public async Task An_unverified_account_lacks_the_permission()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, account: new { verified = false });
        var checks = await RunAsync(scene);
        Assert.Equal(["permissions", "verification"], checks.Where(check => check.Ok == false).Select(check => check.Name));
        Assert.All(checks.Where(check => check.Ok == false), check => Assert.Equal(48001, check.ErrorCode));
    }

    [Fact]
    public async Task A_platform_out_of_reach_fails_nothing()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = "/cgi-bin/stable_token", httpStatus = 503, times = 9 });
        var checks = await RunAsync(scene);
        Assert.Equal(Names, checks.Select(check => check.Name));
        Assert.All(checks, check => Assert.Null(check.Ok));
    }

    private static async Task<IReadOnlyList<CredentialCheck>> RunAsync(DeliveryScene scene)
    {
        var running = scene.Get<AccountProbe>().RunAsync(new(DeliveryScene.AppId, DeliveryScene.Secret, scene.Account.Id), TestContext.Current.CancellationToken);
        await scene.PumpAsync(running);
        return await running;
    }
}
