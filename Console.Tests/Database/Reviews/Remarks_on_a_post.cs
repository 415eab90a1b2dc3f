using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Infrastructure.Reviews.Remarks;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database.Reviews;

public sealed class Remarks_on_a_post(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _matrix = await Once.MatrixAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_remark_follows_its_words_into_the_next_revision()
    {
        var post = await _matrix.SubmittedAsync();
        var remark = await OpenAsync(_matrix.Reviewer, post.Id, "滨江大道");
        var current = await Version(post.Id);
        await database.Get<SaveDraft>().ExecuteAsync(
            _matrix.Editor, post.Id, current, _matrix.Draft(html: "<p>前面加了一段。</p><p>去机场：走滨江大道辅路。</p>"), SaveMode.Complete, Token);

        var row = Assert.Single((await Remarks(_matrix.Editor, post.Id)).Items);
        Assert.Equal((remark.Value, 1, 1, PlaceState.Kept), (row.Id, row.Number, row.Revision, row.Place.State));
        Assert.Equal("前面加了一段。\n去机场：走".Length, row.Place.Start);
        var old = Assert.Single((await database.Get<RemarkQueries>().OfPostAsync(_matrix.Editor, post.Id, 1, Token))!.Items);
        Assert.Equal("去机场：走".Length, old.Place.Start);
    }

    [Fact]
    public async Task Remarks_lie_in_the_scope_of_their_post()
    {
        var post = await _matrix.SubmittedAsync();
        var remark = await OpenAsync(_matrix.Reviewer, post.Id, "滨江大道");
        Assert.Null(await database.Get<RemarkQueries>().OfPostAsync(_matrix.CourtEditor, post.Id, null, Token));
        Assert.Equal(Error.NotFound, (await OpenAsync(_matrix.CourtEditor, post.Id, "滨江大道")).Error);
        Assert.Equal(Error.NotFound, (await database.Get<ReplyRemark>().ExecuteAsync(_matrix.CourtEditor, post.Id, remark.Value, "甲", Token)).Error);
        Assert.Equal(Error.Forbidden, (await database.Get<ReplyRemark>().ExecuteAsync(_matrix.Auditor, post.Id, remark.Value, "甲", Token)).Error);
        Assert.False((await Remarks(_matrix.Auditor, post.Id)).MaySpeak);

        // A remark is reached through its own post only.
        var other = await _matrix.SubmittedAsync();
        Assert.Equal(Error.NotFound, (await database.Get<ReplyRemark>().ExecuteAsync(_matrix.Reviewer, other.Id, remark.Value, "甲", Token)).Error);
        await using var db = await database.OpenAsync(_matrix.Court.Id);
        Assert.Empty(await db.Remarks.ToListAsync(Token));
    }

    [Fact]
    public async Task The_last_step_waits_until_every_remark_is_settled()
    {
        var post = await _matrix.SubmittedAsync();
        var remark = await OpenAsync(_matrix.Reviewer, post.Id, "滨江大道");
        Assert.True((await Approve(_matrix.Reviewer, post.Id)).Succeeded);
        Assert.True((await Approve(_matrix.FinalReviewer, post.Id)).Succeeded);
        var refused = await Approve(_matrix.Supervisor, post.Id);
        Assert.Equal(("threads-open", 1), (refused.Error.Code, refused.Error.Args[0]));
        Assert.Equal(PostStatus.InReview, (await database.Get<PostQueries>().GetAsync(_matrix.Editor, post.Id, Token))!.Row.Status);

        // Changed is not settled.
        Assert.True((await database.Get<MendRemark>().ExecuteAsync(_matrix.Editor, post.Id, remark.Value, "已写清", Token)).Succeeded);
        Assert.Equal("threads-open", (await Approve(_matrix.Supervisor, post.Id)).Error.Code);
        Assert.True((await database.Get<SettleRemark>().ExecuteAsync(_matrix.Supervisor, post.Id, remark.Value, null, Token)).Succeeded);
        Assert.Equal(PostStatus.Approved, (await Approve(_matrix.Supervisor, post.Id)).Value.Status);
    }

    [Fact]
    public async Task Answers_given_at_once_are_all_kept()
    {
        var post = await _matrix.SubmittedAsync();
        var remark = await OpenAsync(_matrix.Reviewer, post.Id, "滨江大道");
        var reply = database.Get<ReplyRemark>();
        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(number => reply.ExecuteAsync(number % 2 == 0 ? _matrix.Editor : _matrix.Reviewer, post.Id, remark.Value, $"第 {number} 句", Token)));
        Assert.All(results, result => Assert.True(result.Succeeded));
        Assert.Equal(6, (await Remarks(_matrix.Editor, post.Id)).Items[0].Notes.Count);
        var opened = await Task.WhenAll(Enumerable.Range(1, 4).Select(_ => OpenAsync(_matrix.Reviewer, post.Id, "机场")));
        Assert.All(opened, result => Assert.True(result.Succeeded));
        Assert.Equal([1, 2, 3, 4, 5], (await Remarks(_matrix.Editor, post.Id)).Items.Select(row => row.Number));
    }

    [Fact]
    public async Task Audit_tells_what_was_said_and_nothing_is_deleted_with_the_draft()
    {
        var post = await _matrix.CreatedAsync();
        await OpenAsync(_matrix.Reviewer, post.Id, "滨江大道");
        Assert.True((await database.Get<DeletePost>().ExecuteAsync(_matrix.Editor, post.Id, null, Token)).Succeeded);
        await using var db = await database.OpenAsync();
        Assert.Equal(1, await db.Remarks.CountAsync(remark => remark.PostId == post.Id, Token));
        Assert.Equal("#1 写清楚走哪一段", (await db.Audit.SingleAsync(entry => entry.SubjectId == post.Id && entry.Action == "remarkOpened", Token)).Detail);
    }

    [Fact]
    public async Task Words_that_are_not_there_and_revisions_that_are_not_there_are_refused()
    {
        var post = await _matrix.SubmittedAsync();
        Assert.Equal("passage-unknown", (await OpenAsync(_matrix.Reviewer, post.Id, "高铁")).Error.Code);
        var open = database.Get<OpenRemark>();
        Assert.Equal("not-accepted", (await open.ExecuteAsync(_matrix.Reviewer, post.Id, new NewRemark(2, 0, RemarkField.Body, "机场", null, "甲"), Token)).Error.Code);
    }

    [Fact]
    public async Task The_last_look_is_kept_per_person_and_survives_a_second_opening()
    {
        var post = await _matrix.SubmittedAsync();
        var note = database.Get<NoteLook>();
        Assert.True((await note.ExecuteAsync(_matrix.Reviewer, post.Id, 1, Token)).Value);
        Assert.False((await note.ExecuteAsync(_matrix.Reviewer, post.Id, 1, Token)).Value);
        await database.Get<SaveDraft>().ExecuteAsync(_matrix.Editor, post.Id, await Version(post.Id), _matrix.Draft(html: "<p>去机场：走解放大道。</p>"), SaveMode.Complete, Token);
        Assert.True((await note.ExecuteAsync(_matrix.Reviewer, post.Id, 2, Token)).Value);
        Assert.False((await note.ExecuteAsync(_matrix.Reviewer, post.Id, 2, Token)).Value);
        Assert.Equal("not-accepted", (await note.ExecuteAsync(_matrix.Reviewer, post.Id, 3, Token)).Error.Code);
        Assert.Equal(Error.NotFound, (await note.ExecuteAsync(_matrix.CourtEditor, post.Id, 1, Token)).Error);
        await using var db = await database.OpenAsync();
        var look = await db.ReviewLooks.SingleAsync(row => row.PostId == post.Id, Token);
        Assert.Equal((1, 2), (look.Before(2)!.Value.Revision, look.Before(3)!.Value.Revision));
        Assert.Null(look.Before(1));
    }

    private async Task<uint> Version(Guid post) => (await database.Get<PostQueries>().GetAsync(_matrix.Editor, post, Token))!.Row.Version;

    private async Task<PostRemarks> Remarks(Actor actor, Guid post) => (await database.Get<RemarkQueries>().OfPostAsync(actor, post, null, Token))!;

    private Task<Result<Guid>> OpenAsync(Actor actor, Guid post, string quote) =>
        database.Get<OpenRemark>().ExecuteAsync(actor, post, new NewRemark(1, 0, RemarkField.Body, quote, null, "写清楚走哪一段"), Token);

    private Task<Result<PostVersion>> Approve(Actor actor, Guid post) =>
        database.Get<DecidePost>().ExecuteAsync(actor, post, 1, new Verdict(DecisionKind.Approve, null), Token);
}
