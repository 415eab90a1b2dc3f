using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Audit;
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
    long Id, DateTimeOffset At, PersonName? By, string Action, string SubjectType, Guid SubjectId, Guid AgencyId, string AgencyName, string? Detail)
{
    /// <summary>Number of the revision an act on a post was about.</summary>
    public int? Revision { get; init; }

    /// <summary>SHA-256 of that revision.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Place in the chain; null until it is sealed.</summary>
    public long? Sequence { get; init; }

    /// <summary>Hash of the entry before.</summary>
    public string? PreviousHash { get; init; }

    /// <summary>Hash of this entry.</summary>
    public string? Hash { get; init; }
}

/// <summary>How the chain stands.</summary>
/// <param name="Head">The newest head; null before the first entry is sealed.</param>
/// <param name="Days">Heads at the end of the last days, newest first.</param>
/// <param name="Check">How the last walk along the whole chain ended.</param>
public sealed record ChainState(AuditAnchor? Head, IReadOnlyList<AuditAnchor> Days, AuditCheck Check);

/// <summary>Reads the audit where the actor may.</summary>
public sealed class AuditQueries(Work work, AuditVerifier verifier)
{
    private const int DaysShown = 14;
    private const int PeopleOffered = 500;

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
                entry.AgencyId, agencies.GetValueOrDefault(entry.AgencyId, string.Empty), entry.Detail)
            {
                Revision = entry.Revision,
                ContentHash = entry.ContentHash,
                Sequence = entry.Sequence,
                PreviousHash = entry.PreviousHash,
                Hash = entry.Hash,
            });
            return Cursor.Page(rows, limit, row => Cursor.Of(row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }, token);

    /// <summary>People within the actor's scope, for choosing whose acts to see.</summary>
    public Task<IReadOnlyList<PersonName>> PeopleAsync(Actor actor, CancellationToken token) => work.ReadAsync<IReadOnlyList<PersonName>>(actor, async (db, current) =>
    {
        var roots = current.RootsWith(Permission.ReadAudit);
        return await db.Users.Where(person => db.AgencyLineage.Any(line => line.AgencyId == person.AgencyId && roots.Contains(line.AncestorId)))
            .OrderBy(person => person.Name).Take(PeopleOffered).Select(person => new PersonName(person.Id, person.Name)).ToListAsync(token);
    }, token);

    /// <summary>How the chain stands; Forbidden to who may read the audit nowhere.</summary>
    public Task<Result<ChainState>> ChainAsync(Actor actor, CancellationToken token) => work.ReadAsync<Result<ChainState>>(actor, async (db, current) =>
    {
        if (!current.CanSomewhere(Permission.ReadAudit))
        {
            return Error.Forbidden;
        }

        var days = await db.Set<AuditAnchor>().OrderByDescending(anchor => anchor.Sequence).Take(DaysShown).ToListAsync(token);
        return new ChainState(days is [var head, ..] ? head : null, days, await db.Set<AuditCheck>().SingleAsync(token));
    }, token);

    /// <summary>Walks along the whole chain now and keeps how it ended; Forbidden to who may read the audit nowhere.</summary>
    public async Task<Result<ChainReport>> CheckAsync(Actor actor, CancellationToken token)
    {
        var may = await work.ReadAsync(actor, (_, current) => Task.FromResult(current.CanSomewhere(Permission.ReadAudit)), token);
        return may ? await verifier.CheckAsync(token) : Error.Forbidden;
    }
}
