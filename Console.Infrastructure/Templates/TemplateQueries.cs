using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Templates;

/// <summary>Whose template it is.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsTop">Whether it stands at the top: everybody in the matrix writes by it.</param>
public sealed record TemplateOwner(Guid AgencyId, string Name, bool IsTop);

/// <summary>A template as lists show it.</summary>
/// <param name="Template">The template.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="ChangedBy">Who made its newest version; null for the console itself.</param>
/// <param name="MayChange">Whether the actor keeps the owner's templates.</param>
public sealed record TemplateRow(PostTemplate Template, TemplateOwner Owner, string? ChangedBy, bool MayChange);

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
    public Task<IReadOnlyList<TemplateRow>> ListAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<TemplateRow>>(actor, async (db, current) => await RowsAsync(
            db, current, db.VisibleTemplates().OrderBy(template => template.RetiredAt != null).ThenBy(template => template.Name).ThenBy(template => template.Id), token), token);

    /// <summary>One template; null when absent or out of sight.</summary>
    public Task<TemplateRow?> GetAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) => await RowsAsync(db, current, db.VisibleTemplates().Where(template => template.Id == id), token) is [var row] ? row : null, token);

    /// <summary>The agencies that the actor keeps templates for, the highest first; at most <paramref name="limit"/>.</summary>
    public Task<IReadOnlyList<TemplateOwner>> OwnersAsync(Actor actor, int limit, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<TemplateOwner>>(actor, async (db, current) =>
        {
            var roots = current.RootsWith(Permission.ManageTemplates);
            return await db.Agencies.Where(agency => db.AgencyLineage.Any(line => line.AgencyId == agency.Id && roots.Contains(line.AncestorId)))
                .OrderByDescending(agency => agency.ParentId == null).ThenBy(agency => agency.Path).Take(limit)
                .Select(agency => new TemplateOwner(agency.Id, agency.Name, agency.ParentId == null)).ToListAsync(token);
        }, token);

    /// <summary>What the template of a post still misses in these articles; empty for a post without template.</summary>
    public Task<IReadOnlyList<TemplateField>> MissingAsync(Actor actor, string templateKey, int? version, IReadOnlyList<Article> articles, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<TemplateField>>(actor, async (db, _) =>
            await db.Set<PostTemplate>().SingleOrDefaultAsync(template => template.Key == templateKey, token) is { } found
                ? TemplateRequirements.Missing(found.At(version), articles)
                : [], token);

    private static async Task<IReadOnlyList<TemplateRow>> RowsAsync(ConsoleDb db, Actor actor, IQueryable<PostTemplate> templates, CancellationToken token)
    {
        var found = await templates.ToListAsync(token);
        var owners = found.Select(template => template.AgencyId).Distinct().ToArray();
        // Owners above the scope are named too: whose template it is, is no secret to who writes by it.
        var names = await db.Agencies.IgnoreQueryFilters().Where(agency => owners.Contains(agency.Id))
            .Select(agency => new TemplateOwner(agency.Id, agency.Name, agency.ParentId == null)).ToDictionaryAsync(owner => owner.AgencyId, token);
        var people = found.Select(template => template.Current.ById).OfType<Guid>().Distinct().ToArray();
        var by = await db.Users.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, token);
        var kept = actor.RootsWith(Permission.ManageTemplates);
        var mine = await db.AgencyLineage.Where(line => owners.Contains(line.AgencyId) && kept.Contains(line.AncestorId)).Select(line => line.AgencyId).Distinct().ToListAsync(token);
        return [.. found.Select(template => new TemplateRow(
            template, names[template.AgencyId], template.Current.ById is { } person ? by.GetValueOrDefault(person) : null, mine.Contains(template.AgencyId)))];
    }
}
