using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>What citizens see is fetched and compared with what was approved.</summary>
public sealed class ReadBackTests(PostgresFixture postgres)
{
    private const string GetArticle = "/cgi-bin/freepublish/getarticle";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_went_out_unchanged_is_the_same_soon_after_an_hour_and_after_a_day_and_then_left_alone()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await PublishedAsync(scene);
        foreach (var pause in new[] { TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(61), TimeSpan.FromHours(24.1) })
        {
            Assert.Equal(0, await LookAsync(scene));
            scene.Time.Advance(pause);
            Assert.Equal(1, await LookAsync(scene));
            Assert.Equal(ReadBackState.Same, (await scene.PublicationAsync(postId)).ReadBack?.State);
        }

        Assert.Equal((3, null), (await scene.PublicationAsync(postId)) is var last ? (last.ReadBack!.Looks, last.ReadBackDueAt) : default);
        Assert.Equal(3, await scene.CallsAsync(GetArticle));
    }

    [Theory]
    [InlineData("""{"news_item":[{"title":"今晚大雾，绕城高速北段可能临时管制","content":"<p>去机场：走别的路。</p>"}]}""", "text", "altered-elsewhere")]
    [InlineData("""{"news_item":[{"title":"别的标题","content":"<p>去机场：走滨江大道。</p>"}]}""", "title", "altered-elsewhere")]
    [InlineData("""{"news_item":[]}""", "count", "altered-elsewhere")]
    [InlineData("""{"news_item":[{"title":"今晚大雾，绕城高速北段可能临时管制","is_deleted":true}]}""", null, "deleted-elsewhere")]
    [InlineData("""{"errcode":53600,"errmsg":"article id not found"}""", null, "deleted-elsewhere")]
    public async Task What_is_changed_elsewhere_is_told_once_and_kept(string shown, string? part, string code)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await PublishedAsync(scene);
        scene.Wire.Instead = path => path == GetArticle ? shown : null;
        scene.Time.Advance(TimeSpan.FromMinutes(2));
        await LookAsync(scene);
        scene.Time.Advance(TimeSpan.FromHours(2));
        await LookAsync(scene);

        var delivery = await scene.PublicationAsync(postId);
        Assert.Equal((part is null ? ReadBackState.Gone : ReadBackState.Altered, part), (delivery.ReadBack!.State, delivery.ReadBack.Part));
        Assert.Equal((PostStatus.Published, PublicationStatus.Published), ((await scene.PostAsync(postId)).Status, delivery.Status));
        await using var db = await scene.OpenAsync();
        Assert.Equal(code, (await db.History.SingleAsync(entry => entry.PostId == postId && entry.Action == "altered", Stop)).Comment);
        Assert.Equal(1, await db.NoticeCauses.CountAsync(cause => cause.SubjectId == postId && cause.Detail == code, Stop));
    }

    [Fact]
    public async Task Without_an_answer_nothing_is_claimed_and_it_is_asked_again()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await PublishedAsync(scene);
        scene.Wire.Instead = path => path == GetArticle ? "nonsense" : null;
        scene.Time.Advance(TimeSpan.FromMinutes(2));
        await LookAsync(scene);
        Assert.Null((await scene.PublicationAsync(postId)).ReadBack);
        scene.Wire.Instead = _ => null;
        scene.Time.Advance(TimeSpan.FromMinutes(31));
        await LookAsync(scene);
        Assert.Equal(ReadBackState.Same, (await scene.PublicationAsync(postId)).ReadBack?.State);
    }

    private static async Task<Guid> PublishedAsync(DeliveryScene scene)
    {
        var postId = await scene.PlanAsync(picture: DeliveryScene.Jpeg(64, 64, 5));
        await scene.UntilAsync(postId, PostStatus.Published);
        return postId;
    }

    private static async Task<int> LookAsync(DeliveryScene scene)
    {
        var due = await scene.Get<PublicationClaims>().TakeReadBacksAsync(20, Stop);
        foreach (var id in due) await scene.PumpAsync(scene.Get<PublicationReadBack>().LookAsync(id, Stop));
        return due.Count;
    }
}
