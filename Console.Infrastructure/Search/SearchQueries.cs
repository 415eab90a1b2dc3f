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
        var accounts = await db.Accounts.Where(account => EF.Functions.ILike(account.Name, pattern, "\\") || account.AppId == query)
            .OrderBy(account => account.Name).Take(Each)
            .Join(db.Agencies, account => account.AgencyId, agency => agency.Id, (account, agency) => new FoundAccount(account.Id, account.Name, agency.Name, agency.SectorCode))
            .ToListAsync(token);
        var people = await db.Users.Where(person => EF.Functions.ILike(person.Name, pattern, "\\"))
            .Join(db.Agencies, person => person.AgencyId, agency => agency.Id, (person, agency) => new FoundPerson(person.Id, person.Name, person.Email!, agency.Name))
            .OrderBy(person => person.Name).Take(Each).ToListAsync(token);
        return new Found(await PostNames.AddAsync(db, rows, token), accounts, people);
    }, token);
}
