using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database.Checks;

public sealed class Passing_the_gate(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Private = "<p>打李警官手机 13800001234。</p>";
    private const string Landline = "<p>有事打 0510-82345678。</p>";
    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _matrix = await Once.MatrixAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_private_number_keeps_a_post_from_review_and_is_named_with_field_and_words()
    {
        var post = await CreatedAsync(Private);
        var refused = await database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, post.Id, null, Token);
        var error = Assert.Single(refused.Errors);
        Assert.Equal((CheckErrors.OpenCode, ErrorKind.Invalid, "articles[0].contentHtml"), (error.Code, error.Kind, error.Field));
        Assert.Equal(["13800001234", "personal-mobile", 1], error.Args);
        await using var db = await database.OpenAsync();
        Assert.Equal(PostStatus.Draft, (await db.Posts.SingleAsync(row => row.Id == post.Id, Token)).Status);
    }

    [Fact]
    public async Task With_a_reason_it_passes_and_what_was_checked_is_recorded()
    {
        var post = await CreatedAsync(Private);
        var finding = Assert.Single((await Look(post.Id)).Must);
        var said = await database.Get<DismissFinding>().ExecuteAsync(_matrix.Editor, post.Id, finding, "值班手机，已公布", Token);
        Assert.True(said.Succeeded);

        var submitted = await database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, post.Id, null, Token);

        Assert.Equal(PostStatus.InReview, submitted.Value.Status);
        var record = await database.Get<CheckQueries>().RecordAsync(_matrix.Auditor, post.Id, submitted.Value.Revision, Token);
        var line = Assert.Single(record!.Lines, line => line.Code == "personal-mobile");
        Assert.Equal(("13800001234", "值班手机，已公布", "李知远"), (line.Words, line.Reason, line.By));
        Assert.Equal(CheckProfile.StrictestCode, record.Profile);
        await using var db = await database.OpenAsync();
        Assert.Contains("checkDismissed", await db.Audit.Where(entry => entry.SubjectId == post.Id).Select(entry => entry.Action).ToListAsync(Token));
        Assert.Equal((await db.Posts.SingleAsync(row => row.Id == post.Id, Token)).ContentHash, record.ContentHash);
    }

    [Fact]
    public async Task A_dismissal_holds_for_its_words_only_and_can_be_taken_back()
    {
        var post = await CreatedAsync(Private);
        var said = await database.Get<DismissFinding>().ExecuteAsync(_matrix.Editor, post.Id, Assert.Single((await Look(post.Id)).Must), "已公布", Token);
        Assert.Empty((await Look(post.Id)).Must);

        var other = await database.Get<CheckQueries>().LookAsync(
            _matrix.Editor, new CheckSubject(post.Id, _matrix.PoliceAccount.Id, _matrix.Draft(html: "<p>打 13800009999。</p>").Articles, null), Token);
        Assert.Single(other.Must);

        Assert.True((await database.Get<WithdrawDismissal>().ExecuteAsync(_matrix.Editor, post.Id, said.Value, Token)).Succeeded);
        Assert.Single((await Look(post.Id)).Must);
        Assert.NotNull(Assert.Single(await database.Get<CheckQueries>().DismissalsAsync(_matrix.Auditor, post.Id, Token)).WithdrawnAt);
    }

    [Fact]
    public async Task Who_may_not_write_may_not_dismiss_and_who_may_not_see_finds_nothing()
    {
        var post = await CreatedAsync(Private);
        var finding = Assert.Single((await Look(post.Id)).Must);
        var dismiss = database.Get<DismissFinding>();
        Assert.Equal(Error.Forbidden, (await dismiss.ExecuteAsync(_matrix.Reviewer, post.Id, finding, "好", Token)).Error);
        Assert.Equal(Error.NotFound, (await dismiss.ExecuteAsync(_matrix.CourtEditor, post.Id, finding, "好", Token)).Error);
        Assert.Equal("required", (await dismiss.ExecuteAsync(_matrix.Editor, post.Id, finding, "  ", Token)).Error.Code);
        Assert.Equal(CheckErrors.NotDismissable, (await dismiss.ExecuteAsync(_matrix.Editor, post.Id, finding with { Code = "cover-missing" }, "好", Token)).Error);
        Assert.Null(await database.Get<CheckQueries>().OfPostAsync(_matrix.CourtEditor, post.Id, Token));
    }

    [Fact]
    public async Task Advice_holds_nothing_up()
    {
        var post = await CreatedAsync(Landline);
        Assert.Equal("personal-landline", Assert.Single((await Look(post.Id)).Advice, finding => finding.Code.StartsWith("personal", StringComparison.Ordinal)).Code);
        Assert.True((await database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, post.Id, null, Token)).Succeeded);
    }

    [Fact]
    public async Task A_change_in_review_passes_the_same_gate()
    {
        var post = await _matrix.SubmittedAsync();
        var draft = _matrix.Draft(html: Private);
        var refused = await database.Get<SaveDraft>().ExecuteAsync(_matrix.Editor, post.Id, post.Version, draft, SaveMode.Complete, Token);
        Assert.Equal(CheckErrors.OpenCode, refused.Error.Code);
        Assert.True((await database.Get<SaveDraft>().ExecuteAsync(_matrix.Editor, post.Id, post.Version, _matrix.Draft(html: "<p>改了一句。</p>"), SaveMode.Complete, Token)).Succeeded);
        Assert.NotNull(await database.Get<CheckQueries>().RecordAsync(_matrix.Editor, post.Id, 2, Token));
    }

    [Fact]
    public async Task Limits_of_the_platform_keep_their_own_codes()
    {
        var draft = _matrix.Draft(html: Private);
        var created = await database.Get<CreatePost>().ExecuteAsync(_matrix.Editor, draft with { Articles = [draft.Articles[0] with { CoverMediaId = null }] }, SaveMode.Complete, Token);
        Assert.Equal("post-no-cover", Assert.Single((await database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, created.Value.Id, null, Token)).Errors).Code);
    }

    [Fact]
    public async Task A_text_is_compared_with_what_the_account_sent_to_review_before()
    {
        for (var number = 0; number < ReadingBand.Least; number++)
        {
            var post = await CreatedAsync($"<p>{new string('字', 10 + number)}。</p>", _matrix.TrafficAccount);
            Assert.True((await database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, post.Id, null, Token)).Succeeded);
        }

        var report = await database.Get<CheckQueries>().LookAsync(
            _matrix.Editor, new CheckSubject(null, _matrix.TrafficAccount.Id, _matrix.Draft(html: "<p>短。</p>").Articles, null), Token);
        Assert.Equal(new ReadingBand("easy", ReadingBand.Least), report.Band);
    }

    private async Task<PostVersion> CreatedAsync(string html, GovAccountConsole.Domain.Accounts.OfficialAccount? account = null) =>
        (await database.Get<CreatePost>().ExecuteAsync(_matrix.Editor, _matrix.Draft(account, html: html), SaveMode.Complete, Token)).Value;

    private async Task<CheckReport> Look(Guid post) => (await database.Get<CheckQueries>().OfPostAsync(_matrix.Editor, post, Token))!;
}
