using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Jobs.Nodes;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>F10 (rules.md B): a restored backup or a copied database sends nothing until a person claims it.</summary>
public sealed class CopiedDatabaseTests(PostgresFixture postgres)
{
    private const string Here = "这一套";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_database_of_another_installation_nothing_is_sent_until_an_administrator_claims_it()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, environment: Here);
        await scene.ChangeAsync((_, matrix) => Assert.True(matrix.ClaimFirst("原来那一套", scene.Now)));
        Assert.True(await scene.Get<FirstClaim>().RunAsync(Stop));
        var post = await scene.PlanAsync();
        await scene.PassAsync(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));
        Assert.Empty(await scene.ArticlesAsync());
        Assert.Equal(0, await scene.CallsAsync("/cgi-bin/draft/add"));
        Assert.Equal(PostStatus.Scheduled, (await scene.PostAsync(post)).Status);
        Assert.True((await scene.Get<OperationsQueries>().StateAsync(Some.Administrator, Stop)).Muted);
        Assert.Equal(OperationsErrors.Muted, (await scene.Get<ReleaseHeld>().ExecuteAsync(Some.Editor, [post], Stop)).Error);

        Assert.Equal("forbidden", (await scene.Get<ClaimEnvironment>().ExecuteAsync(Some.Supervisor, "换机房", Stop)).Error.Code);
        Assert.True((await scene.Get<ClaimEnvironment>().ExecuteAsync(Some.Administrator, "换机房", Stop)).Succeeded);
        await scene.UntilAsync(post, PostStatus.Published);
        await using var db = await scene.OpenAsync();
        Assert.Equal("换机房", (await db.Audit.SingleAsync(entry => entry.Action == "environmentClaimed", Stop)).Detail);
    }

    [Fact]
    public async Task A_copy_made_with_everything_due_sends_nothing_while_the_original_sends_once()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, environment: Here);
        Assert.False(await scene.Get<FirstClaim>().RunAsync(Stop));
        var post = await scene.PlanAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        var (connection, copy) = await scene.CopyAsync("另一台机器");
        try
        {
            Assert.True(await copy.GetRequiredService<FirstClaim>().RunAsync(Stop));
            Assert.Empty(await copy.GetRequiredService<PublicationClaims>().TakeAsync(20, Stop));
            Assert.Equal(0, await scene.CallsAsync("/cgi-bin/draft/add"));
            await scene.UntilAsync(post, PostStatus.Published);
            Assert.Empty(await copy.GetRequiredService<PublicationClaims>().TakeAsync(20, Stop));
            Assert.Single(await scene.ArticlesAsync());
        }
        finally
        {
            await copy.DisposeAsync();
            await postgres.DropAsync(connection);
        }
    }

    [Fact]
    public async Task A_backup_restored_in_its_old_place_is_muted_too_because_it_ends_before_what_was_written()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, environment: Here);
        using var folder = new TemporaryFolder();
        var mark = new TideMark(folder.File("console.identity.seen"));
        var start = ActivatorUtilities.CreateInstance<FirstClaim>(scene.Services, mark);
        using var node = ActivatorUtilities.CreateInstance<NodeBeats>(scene.Services, mark);
        Assert.False(await start.RunAsync(Stop));
        await node.BeatAsync(Stop);
        scene.Time.Advance(TimeSpan.FromDays(3));
        Assert.False(await start.RunAsync(Stop));

        // What a backup of an hour earlier knows.
        await using var db = await scene.OpenAsync();
        await db.Nodes.ExecuteUpdateAsync(row => row.SetProperty(seen => seen.SeenAt, seen => seen.SeenAt.AddHours(-1)), Stop);
        Assert.True(await start.RunAsync(Stop));
        Assert.True((await scene.Get<OperationsQueries>().StateAsync(Some.Administrator, Stop)) is { Muted: true, TurnedBack: true });
        Assert.True((await scene.Get<ClaimEnvironment>().ExecuteAsync(Some.Administrator, "核对过备份以后的稿件", Stop)).Succeeded);
        await node.BeatAsync(Stop);
        Assert.False(await start.RunAsync(Stop));
    }

    [Fact]
    public async Task What_another_installation_claims_in_the_middle_of_a_delivery_is_not_handed_over()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, environment: Here);
        Assert.False(await scene.Get<FirstClaim>().RunAsync(Stop));
        await scene.FaultAsync(new { path = "/cgi-bin/draft/add", httpStatus = 500, times = 3 });
        var post = await scene.PlanAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        await scene.WorkAsync();
        Assert.Equal(PostStatus.Publishing, (await scene.PostAsync(post)).Status);
        await scene.ChangeAsync((_, matrix) => Assert.True(matrix.Claim("另一套", "换机房", Some.Department, Some.Administrator.PersonId, scene.Now).Succeeded));
        await scene.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10));
        Assert.Equal(0, await scene.CallsAsync("/cgi-bin/freepublish/submit"));
    }

    [Fact]
    public async Task A_muted_installation_takes_nothing_off_the_platform_either()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, environment: Here);
        var post = await scene.UntilAsync(await scene.PlanAsync(), PostStatus.Published);
        await scene.ChangeAsync((_, matrix) => Assert.True(matrix.ClaimFirst("原来那一套", scene.Now)));
        Assert.Equal(OperationsErrors.Muted, (await scene.Get<RecallPost>().ExecuteAsync(Some.Editor, post.Id, "写错了", null, Stop)).Error);
        Assert.Equal(0, await scene.CallsAsync("/cgi-bin/freepublish/delete"));
    }

    [Fact]
    public void The_file_keeps_its_number_and_another_place_is_another_installation()
    {
        using var folder = new TemporaryFolder();
        var file = new IdentityFile(folder.File("deep/console.identity"));
        var identity = file.Identity("db:5432/console");
        Assert.Equal(identity, new IdentityFile(folder.File("deep/console.identity")).Identity("db:5432/console"));
        Assert.NotEqual(identity, file.Identity("db:5432/copy"));
        Directory.CreateDirectory(folder.File("copied"));
        File.Copy(folder.File("deep/console.identity"), folder.File("copied/console.identity"));
        Assert.NotEqual(identity, new IdentityFile(folder.File("copied/console.identity")).Identity("db:5432/console"));
    }
}
