using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Audit;

/// <summary>Which entries a list shows.</summary>
/// <param name="From">Not before, UTC.</param>
/// <param name="To">Before, UTC.</param>
/// <param name="Subject">About this thing.</param>
/// <param name="By">Done by this person.</param>
/// <param name="Actions">One of these acts; empty = any.</param>
public sealed record AuditFilter(
    DateTimeOffset? From = null, DateTimeOffset? To = null, Guid? Subject = null, Guid? By = null, IReadOnlyList<string>? Actions = null);

/// <summary>An audit entry as shown.</summary>
public sealed record AuditRow(
    long Id, DateTimeOffset At, PersonName? By, string Action, string SubjectType, Guid SubjectId, Guid AgencyId, string AgencyName, string? Detail);

/// <summary>Reads the audit where the actor may.</summary>
public sealed class AuditQueries(Work work)
{
    /// <summary>Entries, newest first; <paramref name="after"/> is the last id of the page before. Forbidden to who may read the audit nowhere.</summary>
    public Task<Result<Page<AuditRow>>> ListAsync(Actor actor, AuditFilter filter, long? after, int limit, CancellationToken token) =>
        work.ReadAsync<Result<Page<AuditRow>>>(actor, async (db, current) =>
        {
            if (!current.CanSomewhere(Permission.ReadAudit))
            {
                return Error.Forbidden;
            }

            // Narrower than what the actor sees: only where the reading role is held.
            db.ScopeRoots = current.RootsWith(Permission.ReadAudit);
            var actions = filter.Actions ?? [];
            var found = await db.Audit
                .Where(entry => (after == null || entry.Id < after)
                    && (filter.From == null || entry.At >= filter.From) && (filter.To == null || entry.At < filter.To)
                    && (filter.Subject == null || entry.SubjectId == filter.Subject)
                    && (filter.By == null || entry.ById == filter.By)
                    && (actions.Count == 0 || actions.Contains(entry.Action)))
                .OrderByDescending(entry => entry.Id).Take(limit + 1).ToListAsync(token);
            var names = await PostNames.OfPeopleAsync(db, found.Where(entry => entry.ById != null).Select(entry => entry.ById!.Value), token);
            var agencyIds = found.Select(entry => entry.AgencyId).Distinct().ToArray();
            var agencies = await db.Agencies.Where(agency => agencyIds.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name, token);
            var rows = found.ConvertAll(entry => new AuditRow(
                entry.Id, entry.At, entry.ById is { } by ? names.GetValueOrDefault(by) : null, entry.Action, entry.SubjectType, entry.SubjectId,
                entry.AgencyId, agencies.GetValueOrDefault(entry.AgencyId, string.Empty), entry.Detail));
            return Cursor.Page(rows, limit, row => Cursor.Of(row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }, token);
}
