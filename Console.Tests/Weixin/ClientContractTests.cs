using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Tests.Publishing;
using GovAccountConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Tests.Weixin;

/// <summary>What the engine relies on, against the simulated platform. Holds for every client that can be compiled in (docs/decisions/0025).</summary>
public sealed class ClientContractTests
{
    private const string Submit = "/cgi-bin/freepublish/submit";
    private const string SendAll = "/cgi-bin/message/mass/sendall";
    private static readonly string Key = new('k', 32);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static WeixinAccount Account => ClientScene.Account;

    [Fact]
    public async Task A_draft_is_made_read_changed_listed_and_deleted()
    {
        await using var scene = await ClientScene.StartAsync();
        var drafts = scene.Gateway.Drafts;
        var cover = await scene.CoverAsync();
        var article = ClientScene.Article(cover);
        var id = ClientScene.Value(await drafts.AddAsync(Account, [article, article with { Title = "第二篇" }], Stop)).MediaId;

        var kept = ClientScene.Value(await drafts.GetAsync(Account, id, Stop)).NewsItem;
        Assert.Equal([article.Title, "第二篇"], kept.Select(item => item.Title));
        Assert.Equal(
            (article.Author, article.Digest, article.Content, article.ContentSourceUrl, cover),
            (kept[0].Author, kept[0].Digest, kept[0].Content, kept[0].ContentSourceUrl, kept[0].ThumbMediaId));
        Assert.NotNull(kept[0].Url);

        ClientScene.Value(await drafts.UpdateAsync(Account, id, 1, article with { Title = "第二篇（更正）" }, Stop));
        Assert.Equal([article.Title, "第二篇（更正）"], ClientScene.Value(await drafts.GetAsync(Account, id, Stop)).NewsItem.Select(item => item.Title));

        var page = ClientScene.Value(await drafts.BatchGetAsync(Account, 0, 20, withContent: false, Stop));
        Assert.Equal((1, id), (page.TotalCount, Assert.Single(page.Item).MediaId));
        Assert.True(page.Item[0].UpdateTime > 0);
        Assert.True(string.IsNullOrEmpty(page.Item[0].Content!.NewsItem[0].Content));
        Assert.Equal(article.Content, ClientScene.Value(await drafts.BatchGetAsync(Account, 0, 20, withContent: true, Stop)).Item[0].Content!.NewsItem[0].Content);

        ClientScene.Value(await drafts.DeleteAsync(Account, id, Stop));
        ClientScene.Value(await drafts.DeleteAsync(Account, id, Stop));
        Assert.Equal(40007, (await drafts.GetAsync(Account, id, Stop)).Error?.Code);
    }

    [Fact]
    public async Task A_title_of_the_longest_length_is_not_counted_as_escapes()
    {
        await using var scene = await ClientScene.StartAsync();
        var title = new string('雾', 32);
        var id = ClientScene.Value(await scene.Gateway.Drafts.AddAsync(Account, [ClientScene.Article(await scene.CoverAsync(), title)], Stop)).MediaId;
        Assert.Equal(title, ClientScene.Value(await scene.Gateway.Drafts.GetAsync(Account, id, Stop)).NewsItem[0].Title);
    }

    [Fact]
    public async Task Pictures_for_bodies_and_covers_are_kept_by_the_platform()
    {
        await using var scene = await ClientScene.StartAsync();
        var bytes = DeliveryScene.Jpeg(640, 480, 7);
        var body = ClientScene.Value(await scene.Gateway.Materials.UploadImageAsync(Account, UploadFile.Jpeg(bytes), Stop));
        Assert.Equal(bytes, await scene.Platform.Http.GetByteArrayAsync(new Uri(body.Url), Stop));
        var cover = ClientScene.Value(await scene.Gateway.Materials.AddImageAsync(Account, UploadFile.Jpeg(bytes), Stop));
        Assert.NotEmpty(cover.MediaId);
        Assert.Equal(bytes, await scene.Platform.Http.GetByteArrayAsync(new Uri(cover.Url!), Stop));
    }

    [Fact]
    public async Task A_publication_is_submitted_followed_listed_read_and_taken_off()
    {
        await using var scene = await ClientScene.StartAsync();
        var publishing = scene.Gateway.Publishing;
        var job = ClientScene.Value(await publishing.SubmitAsync(Account, await scene.DraftAsync(), Stop));
        Assert.True(long.Parse(job.MsgDataId!, System.Globalization.CultureInfo.InvariantCulture) > int.MaxValue);
        Assert.Equal(1, ClientScene.Value(await publishing.GetAsync(Account, job.PublishId, Stop)).PublishStatus);

        await scene.FinishAsync(async () => (await publishing.GetAsync(Account, job.PublishId, Stop)).Value?.PublishStatus == 0);
        var done = ClientScene.Value(await publishing.GetAsync(Account, job.PublishId, Stop));
        Assert.Equal((1, 1), (done.ArticleDetail!.Item.Count, done.ArticleDetail.Item[0].Idx));
        Assert.StartsWith(scene.Platform.Address + "s/", done.ArticleDetail.Item[0].ArticleUrl, StringComparison.Ordinal);

        var page = ClientScene.Value(await publishing.BatchGetAsync(Account, 0, 20, withContent: true, Stop));
        Assert.Equal((1, done.ArticleId), (page.TotalCount, page.Item[0].ArticleId));
        var published = ClientScene.Value(await publishing.GetArticleAsync(Account, done.ArticleId!, Stop)).NewsItem[0];
        Assert.Equal((page.Item[0].Content!.NewsItem[0].Content, false), (published.Content, published.IsDeleted));

        ClientScene.Value(await publishing.DeleteAsync(Account, done.ArticleId!, 1, Stop));
        Assert.Equal(5, ClientScene.Value(await publishing.GetAsync(Account, job.PublishId, Stop)).PublishStatus);
    }

    [Fact]
    public async Task A_push_has_a_key_that_stops_the_second_one_and_names_the_first()
    {
        await using var scene = await ClientScene.StartAsync(new { followers = 5 });
        var mass = scene.Gateway.Mass;
        var draft = await scene.DraftAsync();
        ClientScene.Value(await mass.PreviewAsync(Account, draft, "linjiang_editor", Stop));
        var job = ClientScene.Value(await mass.SendAllAsync(Account, draft, Key, Stop));
        Assert.NotNull(job.MsgDataId);
        Assert.Equal("SENDING", ClientScene.Value(await mass.GetAsync(Account, job.MsgId, Stop)).MsgStatus);

        await scene.FinishAsync(async () => (await mass.GetAsync(Account, job.MsgId, Stop)).Value?.MsgStatus == "SEND_SUCCESS");
        var again = await mass.SendAllAsync(Account, draft, Key, Stop);
        Assert.Equal((WeixinErrors.AlreadySent, job.MsgId), (again.Error?.Code, again.Error?.MsgId));

        ClientScene.Value(await mass.DeleteAsync(Account, long.Parse(job.MsgId, System.Globalization.CultureInfo.InvariantCulture), null, Stop));
        Assert.Equal("DELETE", ClientScene.Value(await mass.GetAsync(Account, job.MsgId, Stop)).MsgStatus);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a key of thirty-three characters.")]
    public async Task A_push_without_a_fitting_key_is_not_even_tried(string key)
    {
        await using var scene = await ClientScene.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => scene.Gateway.Mass.SendAllAsync(Account, "D", key, Stop));
        Assert.Equal(0, await scene.CallsAsync(SendAll));
    }

    [Fact]
    public async Task A_refusal_has_its_code_and_request_id_and_was_asked_once()
    {
        await using var scene = await ClientScene.StartAsync();
        await scene.FaultAsync(new { path = Submit, errcode = 53503, times = 9 });
        var answer = await scene.Gateway.Publishing.SubmitAsync(Account, "D", Stop);
        Assert.Equal(53503, answer.Error?.Code);
        Assert.Matches("^[0-9a-zA-Z-]{8,}$", answer.Error!.Rid);
        Assert.DoesNotContain("rid", answer.Error.Message, StringComparison.Ordinal);
        Assert.Equal(1, await scene.CallsAsync(Submit));
    }

    [Fact]
    public async Task Busy_server_errors_and_cut_connections_leave_a_submit_and_a_push_unknown_and_made_once()
    {
        await using var scene = await ClientScene.StartAsync();
        var draft = await scene.DraftAsync();
        var calls = 0;
        foreach (var (fault, reason) in new (object, UnknownReason)[]
        {
            (new { path = "/cgi-bin/*", errcode = -1 }, UnknownReason.SystemBusy),
            (new { path = "/cgi-bin/*", httpStatus = 502 }, UnknownReason.ServerError),
            (new { path = "/cgi-bin/*", cut = "before" }, UnknownReason.ConnectionLost),
        })
        {
            calls++;
            await scene.FaultAsync(fault);
            var submitted = await scene.Gateway.Publishing.SubmitAsync(Account, draft, Stop);
            Assert.Equal((reason, (bool?)false), (submitted.Unknown?.Reason, submitted.Unknown?.NeverLeft));
            await scene.FaultAsync(fault);
            var sent = await scene.Gateway.Mass.SendAllAsync(Account, draft, Key, Stop);
            Assert.Equal((reason, (bool?)false), (sent.Unknown?.Reason, sent.Unknown?.NeverLeft));
            // A cut connection is written down after the client has felt it.
            await Until.TrueAsync(async () => await scene.CallsAsync(Submit) >= calls && await scene.CallsAsync(SendAll) >= calls, Stop);
            Assert.Equal((calls, calls), (await scene.CallsAsync(Submit), await scene.CallsAsync(SendAll)));
        }
    }

    [Fact]
    public async Task A_push_whose_answer_was_lost_is_found_again_by_its_key()
    {
        await using var scene = await ClientScene.StartAsync();
        var draft = await scene.DraftAsync();
        await scene.FaultAsync(new { path = SendAll, cut = "after" });
        Assert.Equal(UnknownReason.ConnectionLost, (await scene.Gateway.Mass.SendAllAsync(Account, draft, Key, Stop)).Unknown?.Reason);
        Assert.Equal(WeixinErrors.AlreadySent, (await scene.Gateway.Mass.SendAllAsync(Account, draft, Key, Stop)).Error?.Code);
    }

    [Fact]
    public async Task A_platform_that_takes_its_time_leaves_the_outcome_unknown()
    {
        await using var hasty = await PlatformDouble.StartAsync();
        var gone = new TaskCompletionSource();
        hasty.Handle = (_, context) =>
        {
            context.RequestAborted.Register(gone.SetResult);
            return gone.Task;
        };
        await using var client = hasty.Client(settings: ("Weixin:CallTimeout", "00:00:00.2"));
        var gateway = client.GetRequiredService<WeixinGateway>();
        Assert.Equal(UnknownReason.Timeout, (await gateway.Mass.SendAllAsync(Account with { Token = "T" }, "D", Key, Stop)).Unknown?.Reason);
        Assert.Single(hasty.Calls);
    }

    [Fact]
    public async Task A_read_is_repeated_through_a_moment_of_trouble()
    {
        await using var scene = await ClientScene.StartAsync();
        var draft = await scene.DraftAsync();
        await scene.FaultAsync(new { path = "/cgi-bin/draft/get", httpStatus = 503, times = 2 });
        Assert.Single(ClientScene.Value(await scene.Gateway.Drafts.GetAsync(Account, draft, Stop)).NewsItem);
        Assert.Equal(3, await scene.CallsAsync("/cgi-bin/draft/get"));
    }

    [Fact]
    public async Task A_token_given_with_the_account_is_used_as_it_is_and_never_replaced()
    {
        await using var scene = await ClientScene.StartAsync();
        var answer = await scene.Gateway.Publishing.BatchGetAsync(Account with { Token = "short-and-wrong" }, 0, 1, withContent: false, Stop);
        Assert.Equal(40014, answer.Error?.Code);
        Assert.Equal(0, await scene.CallsAsync("/cgi-bin/stable_token"));
        Assert.Equal(0, await scene.CallsAsync("/cgi-bin/token"));
        ClientScene.Value(await scene.Gateway.Publishing.BatchGetAsync(Account with { Token = await scene.Platform.TokenAsync() }, 0, 1, withContent: false, Stop));
    }

    [Fact]
    public async Task A_token_the_platform_took_back_is_replaced_by_our_keeper_and_by_nobody_else()
    {
        await using var scene = await ClientScene.StartAsync();
        var draft = await scene.DraftAsync();
        await scene.FaultAsync(new { path = Submit, errcode = 40001 });
        ClientScene.Value(await scene.Gateway.Publishing.SubmitAsync(Account, draft, Stop));
        Assert.Equal(2, await scene.CallsAsync(Submit));
        Assert.Equal(0, await scene.CallsAsync("/cgi-bin/token"));
    }
}
