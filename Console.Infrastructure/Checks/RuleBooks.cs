using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks;

/// <summary>
/// Keeps the newest state of the maintained lists compiled. Every use asks for the numbers of the lists, one row each; the lists themselves are read
/// and compiled only when a number is new. So a change holds on all nodes with the very next check.
/// </summary>
public sealed class RuleBooks : IDisposable
{
    private readonly SemaphoreSlim _compiling = new(1, 1);
    private volatile Compiled? _newest;

    /// <summary>The rules as they are now, through a context that is open already.</summary>
    public async Task<RuleBook> GetAsync(ConsoleDb db, CancellationToken token)
    {
        var numbers = await NumbersAsync(db, token);
        if (_newest is { } known && known.Numbers == numbers)
        {
            return known.Book;
        }

        await _compiling.WaitAsync(token);
        try
        {
            if (_newest is { } meanwhile && meanwhile.Numbers == numbers)
            {
                return meanwhile.Book;
            }

            var book = await CompileAsync(db, numbers, _newest, token);
            _newest = new Compiled(numbers, book);
            return book;
        }
        finally
        {
            _compiling.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _compiling.Dispose();

    private static async Task<(int Words, int Names, int Profiles, int Sites)> NumbersAsync(ConsoleDb db, CancellationToken token)
    {
        var lists = await db.Set<RuleList>().AsNoTracking().Select(list => new { list.Kind, list.Number }).ToListAsync(token);
        return (Of(RuleListKind.Words), Of(RuleListKind.Names), Of(RuleListKind.Profiles), Of(RuleListKind.Sites));

        int Of(RuleListKind kind) => lists.Find(list => list.Kind == kind)?.Number ?? 0;
    }

    private static async Task<RuleBook> CompileAsync(ConsoleDb db, (int Words, int Names, int Profiles, int Sites) numbers, Compiled? before, CancellationToken token)
    {
        var words = before is not null && before.Numbers.Words == numbers.Words
            ? before.Book.Words
            : new WordBook(numbers.Words, (await db.Set<WordEntry>().AsNoTracking().Where(entry => entry.EndedVersion == null).ToListAsync(token)).Select(entry => entry.ToRule()));
        var offices = before is not null && before.Numbers.Names == numbers.Names
            ? before.Book.Offices
            : new OfficeBook(numbers.Names, (await db.Set<OfficeEntry>().AsNoTracking().Where(entry => entry.EndedVersion == null).ToListAsync(token)).Select(entry => entry.ToRule()));
        var sites = before is not null && before.Numbers.Sites == numbers.Sites
            ? before.Book.Sites
            : new SiteBook(numbers.Sites, [.. (await db.Set<SiteEntry>().AsNoTracking().Where(entry => entry.EndedVersion == null).ToListAsync(token)).Select(entry => entry.ToRule())]);
        var stored = await db.Set<RuleProfile>().AsNoTracking().OrderBy(profile => profile.Code).ToListAsync(token);
        // A database nobody has filled yet is held to what every database begins with.
        var profiles = stored.Count > 0 ? stored : [.. DefaultProfiles.All.Select(profile => new RuleProfile(profile))];
        var bySector = profiles.SelectMany(profile => profile.Sectors.Select(sector => (sector, Profile: profile.ToProfile())))
            .GroupBy(row => row.sector, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Profile, StringComparer.Ordinal);
        return new RuleBook(words, offices, sites, bySector, CheckProfile.StrictestOf(profiles.Select(profile => profile.ToProfile())) with { Number = numbers.Profiles });
    }

    private sealed record Compiled((int Words, int Names, int Profiles, int Sites) Numbers, RuleBook Book);
}
