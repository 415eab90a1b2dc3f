using System.Diagnostics;
using System.Globalization;
using GovAccountConsole.Benchmarks.Circuits;
using GovAccountConsole.Benchmarks.Database;
using GovAccountConsole.Benchmarks.Pages;
using GovAccountConsole.Benchmarks.Serving;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Data.Embedded;
using GovAccountConsole.Infrastructure.Data.Seeding;
using GovAccountConsole.Infrastructure.Data.Seeding.Scale;
using GovAccountConsole.Infrastructure.Evidence;
using GovAccountConsole.Infrastructure.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Benchmarks.Records;

/// <summary>What is kept for later, on a database of its own: sentences of 100,000 revisions, the chain of audit entries, a library of 5,000 pictures.</summary>
internal sealed class RecordsDriver(int rounds, int port, int revisions)
{
    private const int WarmUp = 5;
    private const int Entries = 50_000;
    private const int Pictures = 5_000;
    private const int Shown = 60;

    public async Task RunAsync(CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("gac-records-").FullName;
        try
        {
            await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder), Console.Error.WriteLine, TimeProvider.System, token);
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddLocalization();
            services.AddConsoleInfrastructure(server.ConnectionString);
            await using var provider = services.BuildServiceProvider();
            await ActivatorUtilities.CreateInstance<DatabasePreparation>(provider).RunAsync(_ => { }, async ending =>
            {
                await using var db = await provider.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(ending);
                await SectorCatalogue.EnsureAsync(db, ending);
            }, token);
            await ActivatorUtilities.CreateInstance<ScaleSeed>(provider).RunAsync(new ScaleSize(Math.Max(300, revisions / 17), revisions), Console.Error.WriteLine, token);
            await SentencesAsync(provider, token);
            await ChainAsync(provider, token);
            await LibraryAsync(provider, server.ConnectionString, token);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private async Task SentencesAsync(ServiceProvider services, CancellationToken token)
    {
        var since = Stopwatch.GetTimestamp();
        var indexed = await ActivatorUtilities.CreateInstance<SentenceIndexing>(services).IndexAllAsync(token);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"index of sentences: {indexed} revisions, {Stopwatch.GetElapsedTime(since).TotalMilliseconds / Math.Max(1, indexed):0.00} ms each, behind everything else"));
        var (actor, sentences) = (await ActorAsync(services, ScalePeople.Everything, token), services.GetRequiredService<SentenceQueries>());
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(token);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", token);
        // The title stands in the body; it is whole, frequent, cut out of the middle, or nowhere.
        var title = await db.Revisions.IgnoreQueryFilters().OrderBy(row => row.Id).Skip(revisions / 2)
            .Join(db.Posts.IgnoreQueryFilters(), row => row.PostId, post => post.Id, (_, post) => post.Title).FirstAsync(token);
        Head();
        await MeasureAsync("a sentence of a few posts", 10_000, async () => (await sentences.FindAsync(actor, title, token)).Count);
        await MeasureAsync("a sentence of every third post", 10_000, async () => (await sentences.FindAsync(actor, "办理进度可在公众号菜单查询", token)).Count);
        await MeasureAsync("a piece from the middle of a sentence", 10_000, async () => (await sentences.FindAsync(actor, title[2..^6], token)).Count);
        await MeasureAsync("a sentence that nobody wrote", 10_000, async () => (await sentences.FindAsync(actor, "飞碟昨夜降落在人民广场", token)).Count);
    }

    private static async Task ChainAsync(ServiceProvider services, CancellationToken token)
    {
        var sealer = ActivatorUtilities.CreateInstance<AuditSealer>(services);
        await sealer.SealAllAsync(token);
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(token);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO audit_entries (at, by_id, action, subject_type, subject_id, agency_id, detail, content_hash, revision)
            SELECT now(), author_id, 'approved', 'post', id, agency_id, '依据核过，可以发', repeat('0', 64), 1 FROM posts LIMIT {Entries}
            """, token);
        var since = Stopwatch.GetTimestamp();
        var sealedNow = await sealer.SealAllAsync(token);
        var took = Stopwatch.GetElapsedTime(since);
        since = Stopwatch.GetTimestamp();
        var report = await ActivatorUtilities.CreateInstance<AuditVerifier>(services).WalkAsync(null, token);
        var walked = Stopwatch.GetElapsedTime(since);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"sealer: {sealedNow} entries, {took.TotalMilliseconds / Math.Max(1, sealedNow):0.000} ms each; verifier: {report.Entries} entries, {walked.TotalMilliseconds / Math.Max(1, report.Entries):0.000} ms each"));
        if (sealedNow < Entries || report.Problem is not null)
            throw new BenchmarkException("The chain is not what it should be.");
    }

    private async Task LibraryAsync(ServiceProvider services, string connectionString, CancellationToken token)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(token);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO media (id, agency_id, by_id, file_name, content_type, width, height, bytes, sha256, at, alt, rights_source, consent, shared, expires_on)
            SELECT gen_random_uuid(), agency.agency_id, person.id, '现场' || n || '.jpg', 'image/jpeg', 900, 383, 90000, encode(sha256(('gac' || n)::bytea), 'hex'), now() - n * interval '1 minute',
                   CASE WHEN n % 3 = 0 THEN '路口绕行示意图' ELSE '' END, '自己拍的', 'NobodyShown', n % 10 = 0, CASE WHEN n % 50 = 0 THEN current_date + n % 60 END
            FROM generate_series(1, {Pictures}) n
            CROSS JOIN (SELECT id FROM people WHERE email = {ScalePeople.Leaf}) person
            CROSS JOIN LATERAL (SELECT agency_id FROM role_grants WHERE person_id = person.id LIMIT 1) agency;
            INSERT INTO media_uses (revision_id, medium_id, post_id, revision)
            SELECT revision.id, medium.id, revision.post_id, revision.number
            FROM (SELECT id, row_number() OVER () AS n FROM media LIMIT 2500) medium
            JOIN (SELECT id, post_id, number, row_number() OVER () AS n FROM revisions LIMIT 2500) revision USING (n);
            """, token);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", token);
        var (actor, library) = (await ActorAsync(services, ScalePeople.Leaf, token), services.GetRequiredService<LibraryQueries>());
        Head();
        await MeasureAsync("library of 5,000: first page", 100, async () => (await library.ListAsync(actor, new MediaFilter(), null, Shown, token)).Items.Count);
        await MeasureAsync("library of 5,000: words", 100, async () => (await library.ListAsync(actor, new MediaFilter { Query = "示意图" }, null, Shown, token)).Items.Count);
        await MeasureAsync("library of 5,000: never used", 100, async () => (await library.ListAsync(actor, new MediaFilter { Shelf = MediaShelf.Unused }, null, Shown, token)).Items.Count);
        await using var console = await ConsoleProcess.StartAsync(connectionString, port, token);
        using var visitor = new Visitor(console.Address);
        await visitor.SignInAsync(ScalePeople.Leaf, ScalePeople.Password, token);
        await MeasureAsync("library of 5,000: page", 100, async () => (await visitor.GetAsync("/media", token)).Length);
    }

    private static async Task<Actor> ActorAsync(ServiceProvider services, string email, CancellationToken token)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(token);
        return await services.GetRequiredService<ActorSource>().GetAsync(await db.Users.Where(person => person.Email == email).Select(person => person.Id).SingleAsync(token), token);
    }

    private static void Head()
    {
        Console.WriteLine("| what | target | found | p50 | p95 |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
    }

    private async Task MeasureAsync(string what, int target, Func<Task<int>> act)
    {
        var figures = new Figures();
        var found = 0;
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            var since = Stopwatch.GetTimestamp();
            found = await act();
            if (round >= WarmUp)
                figures.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {target} ms | {found} | {figures.Percentile(50):0.0} | {figures.Percentile(95):0.0} |"));
    }
}
