using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Search;

/// <summary>What the search box found, a few of each kind.</summary>
public sealed record Found(IReadOnlyList<PostRow> Posts, IReadOnlyList<FoundAccount> Accounts, IReadOnlyList<FoundPerson> People);

/// <summary>An account that was found.</summary>
public sealed record FoundAccount(Guid Id, string Name, string AgencyName, string SectorCode);

/// <summary>A person that was found.</summary>
public sealed record FoundPerson(Guid Id, string Name, string Email, string AgencyName);

/// <summary>The search box: posts, accounts and people within scope.</summary>
public sealed class SearchQueries(Work work)
{
    private const int Each = 6;

    /// <summary>Looks for <paramref name="words"/> in titles, account names and people's names.</summary>
    public Task<Found> FindAsync(Actor actor, string words, CancellationToken token) => work.ReadAsync(actor, async (db, current) =>
    {
        var query = words.Trim();
        if (query.Length == 0)
        {
            return new Found([], [], []);
        }

        var rows = await PostFiltering.Apply(db, new PostFilter { Query = query }).OrderByDescending(post => post.Id).Take(Each).Select(PostFiltering.Row).ToListAsync(token);
        var pattern = PostFiltering.Containing(query);
        // Ordered before the records are made: a query cannot be ordered by what a constructor took.
        var accounts = await db.Accounts.Where(account => EF.Functions.ILike(account.Name, pattern, "\\") || account.AppId == query)
            .Join(db.Agencies, account => account.AgencyId, agency => agency.Id, (account, agency) => new { account, agency })
            .OrderBy(pair => pair.account.Name).Take(Each)
            .Select(pair => new FoundAccount(pair.account.Id, pair.account.Name, pair.agency.Name, pair.agency.SectorCode)).ToListAsync(token);
        var people = await db.Users.Where(person => EF.Functions.ILike(person.Name, pattern, "\\"))
            .Join(db.Agencies, person => person.AgencyId, agency => agency.Id, (person, agency) => new { person, agency })
            .OrderBy(pair => pair.person.Name).Take(Each)
            .Select(pair => new FoundPerson(pair.person.Id, pair.person.Name, pair.person.Email!, pair.agency.Name)).ToListAsync(token);
        return new Found(await PostNames.AddAsync(db, rows, token), accounts, people);
    }, token);
}
