using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Merging;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database.Posts;

public sealed class Writing_together(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Base = "<p>第一段，谁都可以改的一段。</p><p>第二段，谁都可以改的一段。</p>";

    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _matrix = await Once.MatrixAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_late_save_is_merged_and_both_writers_are_kept_from_reviewing()
    {
        var (id, origin) = await BegunAsync();
        var colleague = Writer();
        await MergeAsync(_matrix.Editor, id, origin, "<p>第一段，甲改过的一段。</p><p>第二段，谁都可以改的一段。</p>");

        var late = await MergeAsync(colleague, id, origin, "<p>第一段，谁都可以改的一段。</p><p>第二段，乙改过的一段。</p>");

        Assert.Empty(late.Merge.Conflicts);
        var detail = await GetAsync(id);
        Assert.Equal("<p>第一段，甲改过的一段。</p><p>第二段，乙改过的一段。</p>", detail.Articles[0].ContentHtml);
        Assert.Equal(new[] { _matrix.Editor.PersonId, colleague.PersonId }.Order(), detail.Contributors.Select(person => person.Id).Order());
        var submitted = (await database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, id, null, Token)).Value;
        var refused = await database.Get<DecidePost>().ExecuteAsync(colleague, id, submitted.Revision, new Verdict(DecisionKind.Approve, null), Token);
        Assert.Equal(PostErrors.AuthorMayNotReview, refused.Error);
    }

    [Fact]
    public async Task The_same_words_changed_by_both_stay_as_stored_until_a_person_says()
    {
        var (id, origin) = await BegunAsync();
        await MergeAsync(_matrix.Editor, id, origin, "<p>甲把第一段整个重写。</p><p>第二段，谁都可以改的一段。</p>");

        var late = await MergeAsync(Writer(), id, origin, "<p>乙也重写了，另一个样子。</p><p>第二段，谁都可以改的一段。</p>");

        var conflict = Assert.Single(late.Merge.Conflicts);
        Assert.Equal(("<p>乙也重写了，另一个样子。</p>", "<p>甲把第一段整个重写。</p>"), (conflict.Mine, conflict.Theirs));
        Assert.StartsWith("<p>甲把第一段整个重写。</p>", (await GetAsync(id)).Articles[0].ContentHtml, StringComparison.Ordinal);
        Assert.StartsWith("<p>乙也重写了", late.Merge.For(MergeView.Show).Articles[0].ContentHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_saves_at_once_lose_no_words_and_make_one_number_each()
    {
        var (id, origin) = await BegunAsync();
        var writers = new[] { _matrix.Editor, Writer() };

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => MergeAsync(writers[i % 2], id, origin, $"{Base}<p>第 {i} 次加的一段，词{i}号。</p>")));

        var detail = await GetAsync(id);
        Assert.All(Enumerable.Range(0, 12), i => Assert.Contains($"词{i}号", detail.Articles[0].ContentHtml, StringComparison.Ordinal));
        await using var db = await database.OpenAsync();
        Assert.Equal(detail.Row.Revision, await db.Revisions.CountAsync(revision => revision.PostId == id, Token));
    }

    [Fact]
    public async Task A_post_that_went_to_review_is_left_alone_until_the_writer_says_so()
    {
        var (id, origin) = await BegunAsync();
        await database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, id, null, Token);
        var draft = Draft(Base + "<p>又一段。</p>");
        var merge = database.Get<MergeDraft>();

        var refused = await merge.ExecuteAsync(_matrix.Editor, id, origin, draft, SaveMode.Autosave, mayVoid: false, Token);
        Assert.Equal(PostErrors.WouldVoid, refused.Error);
        var said = await merge.ExecuteAsync(_matrix.Editor, id, origin, draft, SaveMode.Complete, mayVoid: true, Token);

        Assert.Equal((PostStatus.InReview, 2), (said.Value.Post.Status, said.Value.Post.Revision));
    }

    [Fact]
    public async Task What_says_the_same_is_not_stored_again()
    {
        var (id, origin) = await BegunAsync();
        var before = await GetAsync(id);
        await MergeAsync(_matrix.Editor, id, origin, Base);
        Assert.Equal(before.Row.Version, (await GetAsync(id)).Row.Version);
    }

    [Fact]
    public async Task A_visit_is_seen_by_others_in_scope_only_and_is_gone_when_nobody_keeps_it_up()
    {
        var (id, _) = await BegunAsync();
        var (visit, queries) = (database.Get<VisitPost>(), database.Get<VisitQueries>());
        var page = Guid.CreateVersion7();
        await visit.ExecuteAsync(_matrix.Editor, page, id, new VisitPlace(0, 3), Token);
        await visit.ExecuteAsync(_matrix.Reviewer, Guid.CreateVersion7(), id, new VisitPlace(0, null), Token);

        Assert.Equal(new Colleague("李知远", true, 0, 3), Assert.Single(await queries.OthersAsync(_matrix.Reviewer, id, Token)));
        Assert.False(Assert.Single(await queries.OthersAsync(_matrix.Editor, id, Token)).Writes);
        Assert.Empty(await queries.OthersAsync(_matrix.CourtEditor, id, Token));
        Assert.False((await visit.ExecuteAsync(_matrix.CourtEditor, Guid.CreateVersion7(), id, new VisitPlace(0, null), Token)).Succeeded);

        await database.Get<LeavePost>().ExecuteAsync(_matrix.Editor, page, Token);
        Assert.Empty(await queries.OthersAsync(_matrix.Reviewer, id, Token));
        database.Time.Advance(PostVisit.Life);
        Assert.Empty(await queries.OthersAsync(_matrix.Editor, id, Token));
    }

    // An editor who may review besides: the strictest case.
    private Actor Writer() => _matrix.ReviewingEditor;

    private PostDraft Draft(string html) => _matrix.Draft(html: html);

    private async Task<(Guid Id, PostText Origin)> BegunAsync()
    {
        var created = await database.Get<CreatePost>().ExecuteAsync(_matrix.Editor, Draft(Base), SaveMode.Complete, Token);
        return (created.Value.Id, Draft(Base).Cleaned());
    }

    private async Task<MergedDraft> MergeAsync(Actor actor, Guid id, PostText origin, string html)
    {
        var merged = await database.Get<MergeDraft>().ExecuteAsync(actor, id, origin, Draft(html), SaveMode.Autosave, mayVoid: false, Token);
        Assert.Empty(merged.Errors);
        return merged.Value;
    }

    private async Task<PostDetail> GetAsync(Guid id) => (await database.Get<PostQueries>().GetAsync(_matrix.Editor, id, Token))!;
}
