using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Evidence;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovAccountConsole.Tests.Database.Evidence;

public sealed class Evidence_of_a_post(PostgresFixture postgres) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private SmallMatrix _matrix = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = new TestDatabase(postgres);
        await _database.InitializeAsync();
        _matrix = await SmallMatrix.CreateAsync(_database);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_sheet_names_writer_three_approvers_remarks_and_hashes_and_everything_agrees()
    {
        var post = await ScheduledAsync();
        var sheet = (await SheetAsync(post))!;
        Assert.True(sheet.Holds);
        Assert.All(sheet.Checks, check => Assert.True(check.Holds, check.What.ToString()));
        Assert.Equal(Enum.GetValues<EvidenceSubject>(), sheet.Checks.Select(check => check.What));
        Assert.Equal(_matrix.Editor.Name, sheet.Author.Name);
        Assert.Equal([_matrix.Reviewer.Name, _matrix.FinalReviewer.Name, _matrix.Supervisor.Name], Assert.Single(sheet.Rounds).Decisions.Select(decision => decision.By.Name));
        Assert.Equal("第二行地址已核对", sheet.Rounds[0].Decisions[1].Comment);
        Assert.All(sheet.Rounds[0].Decisions, decision => Assert.Equal(sheet.ContentHash, decision.ContentHash));
        Assert.Equal(sheet.ContentHash, PostContent.HashOf(sheet.CanonicalText));
        Assert.Equal(sheet.ContentHash, Assert.Single(sheet.Deliveries).ContentHash);
        Assert.Contains(sheet.Entries, entry => entry is { Action: "postApproved", Sequence: not null } && entry.ContentHash == sheet.ContentHash);
        Assert.NotNull(sheet.Head);
    }

    [Fact]
    public async Task Earlier_rounds_with_their_returns_stay_on_the_sheet()
    {
        var post = await _matrix.SubmittedAsync();
        await DecideAsync(_matrix.Reviewer, post, DecisionKind.Return, "请写清几点、哪段");
        var version = await VersionAsync(post.Id);
        var saved = (await _database.Get<SaveDraft>().ExecuteAsync(_matrix.Editor, post.Id, version, _matrix.Draft(title: "今晚22点起绕城高速北段可能封闭"), SaveMode.Complete, Stop)).Value;
        Assert.True((await _database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, post.Id, null, Stop)).Succeeded);
        await SealAsync();
        var sheet = (await SheetAsync(post.Id))!;
        Assert.Equal([ReviewStatus.Returned, ReviewStatus.Open], sheet.Rounds.Select(round => round.Status));
        Assert.Equal("请写清几点、哪段", sheet.Rounds[0].Decisions[0].Comment);
        Assert.Equal((saved.Revision, 2), (sheet.Revision, sheet.Revisions.Count));
        Assert.True(sheet.Holds);
    }

    [Theory]
    [InlineData("UPDATE revisions SET text = replace(text, '滨江大道', '环城路')", EvidenceSubject.Text)]
    [InlineData("UPDATE revisions SET text = replace(text, '滨江大道', '环城路'), content_hash = encode(sha256(convert_to(replace(text, '滨江大道', '环城路'), 'UTF8')), 'hex')", EvidenceSubject.Decisions)]
    [InlineData("UPDATE media_forms SET bytes = '\\x00'", EvidenceSubject.Media)]
    [InlineData("UPDATE publications SET content_hash = repeat('0', 64)", EvidenceSubject.Publication)]
    [InlineData("UPDATE decisions SET comment = '没看'", EvidenceSubject.Records)]
    [InlineData("UPDATE decisions SET by_id = (SELECT author_id FROM posts LIMIT 1) WHERE step = 2", EvidenceSubject.People)]
    [InlineData("UPDATE audit_entries SET detail = 'x' WHERE action = 'postApproved'", EvidenceSubject.Chain)]
    [InlineData("UPDATE revisions SET text = '{}'", EvidenceSubject.Text)]
    public async Task What_is_changed_behind_the_console_shows_on_the_sheet(string sql, EvidenceSubject where)
    {
        var post = await ScheduledAsync();
        await Tampering.RunAsync(_database.ConnectionString, sql);
        var sheet = (await SheetAsync(post))!;
        Assert.False(sheet.Holds);
        Assert.False(sheet.Checks.Single(check => check.What == where).Holds);
    }

    [Fact]
    public async Task Outside_the_scope_there_is_no_sheet() =>
        Assert.Null(await _database.Get<EvidenceQueries>().SheetAsync(_matrix.CourtEditor, (await _matrix.CreatedAsync()).Id, Stop));

    [Theory]
    [InlineData("去机场：走滨江大道。")]
    [InlineData("走滨江大道")]
    [InlineData("走滨江大")]
    [InlineData(" 今晚大雾， 绕城高速北段\n可能临时管制 ")]
    public async Task A_sentence_leads_to_who_wrote_it_and_who_approved_it(string sentence)
    {
        var post = await ScheduledAsync();
        await IndexAsync();
        var hit = Assert.Single(await FindAsync(_matrix.Auditor, sentence));
        Assert.Equal((post, 1, _matrix.Editor.Name), (hit.PostId, hit.First.Number, hit.First.By.Name));
        Assert.Equal([_matrix.Reviewer.Name, _matrix.FinalReviewer.Name, _matrix.Supervisor.Name], hit.Approvals.Select(approval => approval.By.Name));
        Assert.True(hit.IsInNewest);
        Assert.Empty(await FindAsync(_matrix.CourtEditor, sentence));
    }

    [Fact]
    public async Task Whoever_added_the_sentence_is_named_not_whoever_began_the_post()
    {
        var post = await _matrix.CreatedAsync();
        Guid other;
        await using (var db = await _database.OpenAsync())
        {
            other = _matrix.Reviewer.PersonId;
            db.RoleGrants.Add(new(other, GovAccountConsole.Domain.Access.Role.Editor, _matrix.Police.Id, null, _database.Time.GetUtcNow()));
            await db.SaveChangesAsync(Stop);
        }

        _database.Time.Advance(TimeSpan.FromMinutes(1));
        var added = await _database.Get<SaveDraft>().ExecuteAsync(
            _matrix.Reviewer, post.Id, post.Version, _matrix.Draft(html: "<p>去机场：走滨江大道。</p><p>公交<strong>夜班车</strong>照常运行。</p>"), SaveMode.Complete, Stop);
        Assert.True(added.Succeeded, added.Succeeded ? null : added.Error.Code);
        await IndexAsync();
        Assert.Equal((2, other), (Assert.Single(await FindAsync(_matrix.Editor, "公交夜班车照常运行。")) is var hit ? hit.First.Number : 0, hit.First.By.Id));
        Assert.Equal(1, Assert.Single(await FindAsync(_matrix.Editor, "去机场：走滨江大道。")).First.Number);
        Assert.Empty(await FindAsync(_matrix.Editor, "公交夜班车全部停运。"));
        Assert.Empty(await FindAsync(_matrix.Editor, "走滨"));
    }

    private async Task<Guid> ScheduledAsync()
    {
        var post = await _matrix.SubmittedAsync();
        await DecideAsync(_matrix.Reviewer, post, DecisionKind.Approve, null);
        await DecideAsync(_matrix.FinalReviewer, post, DecisionKind.Approve, "第二行地址已核对");
        await DecideAsync(_matrix.Supervisor, post, DecisionKind.Approve, null);
        var scheduled = await _database.Get<SchedulePost>().ExecuteAsync(_matrix.Editor, post.Id, _database.Time.GetUtcNow().AddHours(2), null, Stop);
        Assert.True(scheduled.Succeeded);
        await SealAsync();
        return post.Id;
    }

    private async Task DecideAsync(GovAccountConsole.Domain.Access.Actor actor, PostVersion post, DecisionKind kind, string? comment)
    {
        _database.Time.Advance(TimeSpan.FromMinutes(7));
        var decided = await _database.Get<DecidePost>().ExecuteAsync(actor, post.Id, post.Revision, new Verdict(kind, comment), Stop);
        Assert.True(decided.Succeeded, decided.Succeeded ? null : decided.Error.Code);
    }

    private async Task<uint> VersionAsync(Guid postId)
    {
        await using var db = await _database.OpenAsync();
        return await db.Posts.Where(post => post.Id == postId).Select(post => post.Version).SingleAsync(Stop);
    }

    private Task<EvidenceSheet?> SheetAsync(Guid postId) => _database.Get<EvidenceQueries>().SheetAsync(_matrix.Auditor, postId, Stop);

    private Task<IReadOnlyList<SentenceHit>> FindAsync(GovAccountConsole.Domain.Access.Actor actor, string sentence) => _database.Get<SentenceQueries>().FindAsync(actor, sentence, Stop);

    private Task<int> SealAsync() => _database.Get<AuditSealer>().SealAllAsync(Stop);

    private async Task IndexAsync()
    {
        using var indexing = new SentenceIndexing(_database.Get<IDbContextFactory<ConsoleDb>>(), _database.Time, NullLogger<SentenceIndexing>.Instance);
        await indexing.IndexAllAsync(Stop);
    }
}
