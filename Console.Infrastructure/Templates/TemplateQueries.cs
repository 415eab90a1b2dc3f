using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Templates;

/// <summary>Which templates there are for whom.</summary>
public sealed class TemplateQueries(Work work)
{
    /// <summary>Those an account can write by: its agency's and those of every body above it. Empty when the account is out of scope.</summary>
    public Task<IReadOnlyList<PostTemplate>> ForAccountAsync(Actor actor, Guid accountId, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<PostTemplate>>(actor, async (db, _) =>
        {
            var agency = await db.Accounts.Where(account => account.Id == accountId).Select(account => (Guid?)account.AgencyId).SingleOrDefaultAsync(token);
            return await db.Set<PostTemplate>()
                .Where(template => template.RetiredAt == null && db.AgencyLineage.Any(line => line.AgencyId == agency && line.AncestorId == template.AgencyId))
                .OrderBy(template => template.Name).ToListAsync(token);
        }, token);

    /// <summary>All a person may see: of agencies within scope, and of the bodies above them. Retired ones come last.</summary>
    public Task<IReadOnlyList<PostTemplate>> ListAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<PostTemplate>>(actor, async (db, _) => await db.Set<PostTemplate>()
            .Where(template => db.Agencies.Any(agency => db.AgencyLineage.Any(line => line.AgencyId == agency.Id && line.AncestorId == template.AgencyId)))
            .OrderBy(template => template.RetiredAt != null).ThenBy(template => template.Name).ToListAsync(token), token);

    /// <summary>What the template of a post still misses in these articles; empty for a post without template.</summary>
    public Task<IReadOnlyList<TemplateField>> MissingAsync(Actor actor, string templateKey, int? version, IReadOnlyList<Article> articles, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<TemplateField>>(actor, async (db, _) =>
            await db.Set<PostTemplate>().SingleOrDefaultAsync(template => template.Key == templateKey, token) is { } found
                ? TemplateRequirements.Missing(found.At(version), articles)
                : [], token);
}
