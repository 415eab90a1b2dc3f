using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Adds names to the rows of one page: three look-ups by key, instead of joins over the whole list.</summary>
internal static class PostNames
{
    public static async Task<IReadOnlyList<PostRow>> AddAsync(ConsoleDb db, IReadOnlyList<PostRow> rows, CancellationToken token)
    {
        if (rows.Count == 0)
        {
            return rows;
        }

        var accountIds = rows.Select(row => row.AccountId).Distinct().ToArray();
        var accounts = await db.Accounts.Where(account => accountIds.Contains(account.Id))
            .Select(account => new { account.Id, account.Name, account.Kind }).ToDictionaryAsync(account => account.Id, token);
        var agencyIds = rows.Select(row => row.AgencyId).Distinct().ToArray();
        var agencies = await db.Agencies.Where(agency => agencyIds.Contains(agency.Id))
            .Select(agency => new { agency.Id, agency.Name, agency.SectorCode }).ToDictionaryAsync(agency => agency.Id, token);
        var people = await OfPeopleAsync(db, rows.Select(row => row.AuthorId), token);
        return
        [
            .. rows.Select(row => row with
            {
                AccountName = accounts[row.AccountId].Name,
                AccountKind = accounts[row.AccountId].Kind,
                AgencyName = agencies[row.AgencyId].Name,
                SectorCode = agencies[row.AgencyId].SectorCode,
                AuthorName = people[row.AuthorId].Name,
            }),
        ];
    }

    public static async Task<Dictionary<Guid, PersonName>> OfPeopleAsync(ConsoleDb db, IEnumerable<Guid> ids, CancellationToken token)
    {
        var wanted = ids.Distinct().ToArray();
        return wanted.Length == 0 ? [] : await db.Users.Where(person => wanted.Contains(person.Id))
            .Select(person => new PersonName(person.Id, person.Name)).ToDictionaryAsync(person => person.Id, token);
    }
}
