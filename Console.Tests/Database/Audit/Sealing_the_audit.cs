using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovAccountConsole.Tests.Database.Audit;

public sealed class Sealing_the_audit(PostgresFixture postgres) : IAsyncLifetime
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
    public async Task Entries_get_gapless_numbers_and_the_chain_is_whole()
    {
        await _matrix.ApprovedAsync();
        var report = await WalkAsync();
        Assert.Equal((0, null), (report.Entries, report.Problem));
        Assert.True(report.Unsealed > 4);

        Assert.Equal(report.Unsealed, await SealAsync());
        report = await WalkAsync();
        Assert.Equal((0, null), (report.Unsealed, report.Problem));
        await using var db = await _database.OpenAsync();
        var entries = await db.Audit.OrderBy(entry => entry.Sequence).ToListAsync(Stop);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long?)number), entries.Select(entry => entry.Sequence));
        Assert.Equal(AuditSeal.Start, entries[0].PreviousHash);
        var approval = entries.First(entry => entry.Action == "postApproved");
        var revision = await db.Revisions.SingleAsync(row => row.PostId == approval.SubjectId, Stop);
        Assert.Equal((1, revision.ContentHash), (approval.Revision, approval.ContentHash));
        var anchor = await db.Set<AuditAnchor>().SingleAsync(Stop);
        Assert.Equal((BusinessTime.DayOf(_database.Time.GetUtcNow()), report.Entries, report.HeadHash), (anchor.Day, anchor.Sequence, anchor.Hash));
    }

    [Fact]
    public async Task Writers_and_sealers_at_the_same_time_leave_one_whole_chain()
    {
        var done = new TaskCompletionSource();
        var sealing = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!done.Task.IsCompleted)
            {
                await SealAsync();
            }
        }));
        var writing = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var count = 0; count < 6; count++)
            {
                await _matrix.CreatedAsync();
            }
        }));
        var both = Task.WhenAll(sealing);
        await Task.WhenAll(writing);
        done.SetResult();
        await both;
        await SealAsync();
        var report = await WalkAsync();
        Assert.Equal((null, 0), (report.Problem, report.Unsealed));
        Assert.True(report.Entries >= 48);
    }

    [Fact]
    public async Task A_later_commit_with_an_earlier_number_comes_later_in_the_chain()
    {
        await using var slow = new NpgsqlConnection(_database.ConnectionString);
        await slow.OpenAsync(Stop);
        await using var open = await slow.BeginTransactionAsync(Stop);
        await using (var insert = new NpgsqlCommand(
            $"INSERT INTO audit_entries (at, action, subject_type, subject_id, agency_id) VALUES (now(), 'slow', 'test', gen_random_uuid(), '{_matrix.Police.Id}')", slow, open))
        {
            await insert.ExecuteNonQueryAsync(Stop);
        }

        await _matrix.CreatedAsync();
        await SealAsync();
        await open.CommitAsync(Stop);
        await SealAsync();
        await using var db = await _database.OpenAsync();
        var last = await db.Audit.OrderByDescending(entry => entry.Sequence).FirstAsync(Stop);
        Assert.Equal("slow", last.Action);
        Assert.True(await db.Audit.AnyAsync(entry => entry.Id > last.Id && entry.Sequence < last.Sequence, Stop));
        Assert.Null((await WalkAsync()).Problem);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET detail = 'x' WHERE sequence = 2")]
    [InlineData("UPDATE audit_entries SET sequence = NULL, previous_hash = NULL, hash = NULL WHERE sequence = 2")]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 2")]
    [InlineData("TRUNCATE audit_entries")]
    [InlineData("UPDATE decisions SET comment = 'x'")]
    [InlineData("DELETE FROM decisions")]
    [InlineData("UPDATE post_history SET comment = 'x'")]
    [InlineData("DELETE FROM post_history")]
    [InlineData("UPDATE revisions SET text = 'x'")]
    [InlineData("DELETE FROM revisions")]
    public async Task The_database_refuses_to_change_evidence(string sql)
    {
        await _matrix.ApprovedAsync();
        await SealAsync();
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stop));
        Assert.Contains("evidence", refused.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unsealed_entry_cannot_be_changed_while_it_is_sealed()
    {
        await _matrix.CreatedAsync();
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand("UPDATE audit_entries SET sequence = id, previous_hash = 'a', hash = 'b', detail = 'x'", connection);
        await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stop));
    }

    [Fact]
    public async Task An_autosaved_revision_is_still_replaced_and_sealed()
    {
        var save = _database.Get<SaveDraft>();
        var created = (await _database.Get<CreatePost>().ExecuteAsync(_matrix.Editor, _matrix.Draft(), SaveMode.Autosave, Stop)).Value;
        var saved = (await save.ExecuteAsync(_matrix.Editor, created.Id, created.Version, _matrix.Draft(title: "改过的标题"), SaveMode.Autosave, Stop)).Value;
        Assert.Equal(1, saved.Revision);
        Assert.True((await _database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, created.Id, null, Stop)).Succeeded);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET detail = 'x' WHERE sequence = 3", ChainFault.Changed, 3)]
    [InlineData("UPDATE audit_entries SET by_id = gen_random_uuid() WHERE sequence = 2", ChainFault.Changed, 2)]
    [InlineData("UPDATE audit_entries SET at = at + interval '1 second' WHERE sequence = 2", ChainFault.Changed, 2)]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 3", ChainFault.Missing, 3)]
    [InlineData("DELETE FROM audit_entries WHERE sequence = (SELECT max(sequence) FROM audit_entries)", ChainFault.CutOff, 5)]
    [InlineData("DELETE FROM audit_entries WHERE sequence > 1", ChainFault.CutOff, 2)]
    [InlineData("UPDATE audit_entries SET sequence = 100 WHERE sequence = 3", ChainFault.Missing, 3)]
    [InlineData("UPDATE audit_entries SET previous_hash = repeat('f', 64) WHERE sequence = 4", ChainFault.Unlinked, 4)]
    [InlineData("UPDATE audit_anchors SET hash = repeat('f', 64)", ChainFault.HeadDiffers, 5)]
    [InlineData("UPDATE revisions SET text = replace(text, '滨江大道', '环城路')", ChainFault.SubjectDiffers, 2)]
    [InlineData("UPDATE revisions SET text = 'x', content_hash = encode(sha256('x'), 'hex')", ChainFault.SubjectDiffers, 2)]
    [InlineData("UPDATE decisions SET comment = '其实没看'", ChainFault.SubjectDiffers, 3)]
    [InlineData("DELETE FROM decisions WHERE step = 2", ChainFault.SubjectDiffers, 4)]
    public async Task Tampering_is_found_and_named(string sql, ChainFault fault, long sequence)
    {
        await _matrix.ApprovedAsync();
        await SealAsync();
        var before = await WalkAsync();
        Assert.Equal((5, null), (before.Entries, before.Problem));
        await Tampering.RunAsync(_database.ConnectionString, sql);
        var problem = (await _database.Get<AuditVerifier>().CheckAsync(Stop)).Problem;
        Assert.Equal((fault, sequence), (problem?.Fault, problem?.Sequence));
        await using var db = await _database.OpenAsync();
        Assert.Equal(problem, (await db.Set<AuditCheck>().SingleAsync(Stop)).Problem);
    }

    [Fact]
    public async Task After_a_cut_end_numbers_are_not_given_again()
    {
        await _matrix.ApprovedAsync();
        await SealAsync();
        await Tampering.RunAsync(_database.ConnectionString, "DELETE FROM audit_entries WHERE sequence > 3");
        await _matrix.CreatedAsync();
        await SealAsync();
        var problem = (await WalkAsync()).Problem;
        Assert.Equal((ChainFault.Missing, 4), (problem?.Fault, problem?.Sequence));
    }

    [Fact]
    public async Task A_noted_head_must_be_in_the_chain()
    {
        await _matrix.ApprovedAsync();
        await SealAsync();
        var head = (await WalkAsync()).HeadHash;
        await _matrix.CreatedAsync();
        await SealAsync();
        Assert.Null((await WalkAsync(head)).Problem);
        Assert.Equal(ChainFault.CutOff, (await WalkAsync(new string('a', 64))).Problem?.Fault);
    }

    [Fact]
    public async Task An_export_is_checked_without_the_database_and_shows_another_agencys_entries_by_hash_only()
    {
        await _matrix.ApprovedAsync();
        await _database.Get<CreatePost>().ExecuteAsync(_matrix.CourtEditor, _matrix.Draft(_matrix.CourtAccount) with { Articles = [] }, SaveMode.Complete, Stop);
        await SealAsync();
        var whole = await LinesAsync(_database.Get<AuditExportQueries>().AllAsync(null, null, Stop));
        var report = await CheckAsync(whole);
        Assert.Equal((5, 0, null), (report.Entries, report.Withheld, report.Problem));

        var supervisor = _matrix.Auditor with { Grants = [new(GovAccountConsole.Domain.Access.Role.Auditor, _matrix.Court.Id)] };
        await using (var db = await _database.OpenAsync())
        {
            db.RoleGrants.RemoveRange(db.RoleGrants.Where(grant => grant.PersonId == supervisor.Id));
            db.RoleGrants.Add(new(supervisor.PersonId, GovAccountConsole.Domain.Access.Role.Auditor, _matrix.Court.Id, null, _database.Time.GetUtcNow()));
            await db.SaveChangesAsync(Stop);
        }

        _database.Time.Advance(TimeSpan.FromMinutes(1));
        var lines = await LinesAsync((await _database.Get<AuditExportQueries>().LinesAsync(supervisor, null, null, Stop)).Value);
        report = await CheckAsync(lines);
        Assert.Equal((5, 5, null), (report.Entries, report.Withheld, report.Problem));
        Assert.DoesNotContain(lines, line => line.Contains("postApproved", StringComparison.Ordinal));
        Assert.Equal("forbidden", (await _database.Get<AuditExportQueries>().LinesAsync(_matrix.Editor, null, null, Stop)).Error.Code);
    }

    private static async Task<List<string>> LinesAsync(IAsyncEnumerable<string> lines) => await lines.ToListAsync(Stop);

    private static async Task<AuditFileReport> CheckAsync(IEnumerable<string> lines)
    {
        using var reader = new StringReader(string.Join('\n', lines));
        return await AuditFile.CheckAsync(reader, null, Stop);
    }

    private Task<int> SealAsync() => _database.Get<AuditSealer>().SealAllAsync(Stop);

    private Task<ChainReport> WalkAsync(string? head = null) => _database.Get<AuditVerifier>().WalkAsync(head, Stop);
}
