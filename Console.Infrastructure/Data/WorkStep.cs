using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;

namespace GovAccountConsole.Infrastructure.Data;

/// <summary>What a use case has at hand inside its transaction.</summary>
public sealed class WorkStep(ConsoleDb db, Actor actor, DateTimeOffset now, string? environment, CancellationToken token)
{
    private const int MostSignals = 60;
    private const long SendersKey = 0x474143_53656E64;

    private readonly HashSet<Change> _changes = [];

    /// <summary>The context, filtered to the actor's scope.</summary>
    public ConsoleDb Db => db;

    /// <summary>Who acts, with the grants held now.</summary>
    public Actor Actor => actor;

    /// <summary>The moment of the act, UTC.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Which installation acts; null where none was named.</summary>
    public string? Environment => environment;

    /// <summary>Ends the work early.</summary>
    public CancellationToken Token => token;

    /// <summary>
    /// Loads what an act is about. Absent or out of scope: NotFound, before the role is looked at; then the role: Forbidden; then the version:
    /// Stale.
    /// </summary>
    /// <param name="query">Where to look, with what the act needs to have loaded.</param>
    /// <param name="id">Which one.</param>
    /// <param name="permission">What the act needs.</param>
    /// <param name="version">The version the caller saw; null where none was named.</param>
    public async Task<Result<T>> FindAsync<T>(IQueryable<T> query, Guid id, Permission permission, uint? version = null)
        where T : Aggregate, IScoped
    {
        if (await query.SingleOrDefaultAsync(row => row.Id == id, token) is not { } found)
        {
            return Error.NotFound;
        }

        if (!await CanAsync(permission, found.AgencyId))
        {
            return Error.Forbidden;
        }

        return version is not null && version != found.Version ? Error.Stale : found;
    }

    /// <summary>The agency and all bodies above it.</summary>
    public async Task<IReadOnlyCollection<Guid>> LineageAsync(Guid agencyId) =>
        await db.AgencyLineage.Where(line => line.AgencyId == agencyId).Select(line => line.AncestorId).ToArrayAsync(token);

    /// <summary>Whether the actor holds <paramref name="permission"/> for the agency.</summary>
    public async Task<bool> CanAsync(Permission permission, Guid agencyId) => actor.Can(permission, await LineageAsync(agencyId));

    /// <summary>Makes acts on one account wait for each other until the transaction ends; what is counted stays true.</summary>
    public Task LockAccountAsync(Guid accountId) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({accountId.ToString()}, 7))", token);

    /// <summary>Makes writes to one post, and acts on its remarks, wait for each other until the transaction ends, so that the second sees the first.</summary>
    public Task LockPostAsync(Guid postId) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({postId.ToString()}, 8))", token);

    /// <summary>Joins those who are deciding about a sending, until the transaction ends.</summary>
    public Task JoinSendersAsync() => db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({SendersKey})", token);

    /// <summary>Waits until everybody who was deciding about a sending has committed, for at most a second; false when somebody still has not.</summary>
    public async Task<bool> OutlastSendersAsync()
    {
        try
        {
            await db.Database.ExecuteSqlAsync($"SET LOCAL lock_timeout = '1s'", token);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SendersKey})", token);
            return true;
        }
        catch (PostgresException late) when (late.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    /// <summary>Tells whoever shows it that something changed, once the transaction is committed.</summary>
    public void Signal(Change change) => _changes.Add(change);

    /// <summary>Writes the rows, with history and audit from what the aggregates recorded.</summary>
    public async Task SaveAsync()
    {
        db.ChangeTracker.DetectChanges();
        foreach (var entry in db.ChangeTracker.Entries<Aggregate>().ToList())
        {
            if (entry.State != EntityState.Unchanged && IsWorthTelling(entry) && ChangeOf(entry.Entity) is { } change)
            {
                _changes.Add(change);
            }

            foreach (var happened in entry.Entity.TakeEvents())
            {
                Record(happened);
            }
        }

        await db.SaveChangesAsync(token);
    }

    /// <summary>Writes an audit entry (and a line of history) for something no aggregate records itself.</summary>
    public void Record(DomainEvent happened)
    {
        db.Audit.Add(new AuditEntry(happened));
        db.NoticeCauses.AddRange(NoticeRules.Of(happened));
        if (happened is PostEvent postEvent)
        {
            db.History.Add(new HistoryEntry(postEvent));
        }
    }

    internal async Task SignalAsync()
    {
        if (_changes.Count == 0)
        {
            return;
        }

        var changes = _changes.Count <= MostSignals ? _changes : [Change.Everything];
        var payload = string.Join(' ', changes);
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({PostgresChangeListener.Channel}, {payload})", token);
    }

    // Every hint makes committing transactions wait for each other (docs/decisions/0007): of a delivery's many small steps only those are
    // told that change what people see of it.
    private static bool IsWorthTelling(EntityEntry<Aggregate> entry) =>
        entry is not { Entity: Publication, State: EntityState.Modified }
        || entry.Property(nameof(Publication.Status)).IsModified || entry.Property(nameof(Publication.JobId)).IsModified
        || entry.Property(nameof(Publication.Trouble)).IsModified || entry.Property(nameof(Publication.DueAt)).IsModified;

    private static Change? ChangeOf(Aggregate aggregate) => aggregate switch
    {
        Post post => new Change(ChangeKind.Post, post.Id, post.AgencyId),
        Remark remark => new Change(ChangeKind.Post, remark.PostId, remark.AgencyId),
        Publication publication => new Change(ChangeKind.Publication, publication.PostId, publication.AgencyId),
        OfficialAccount account => new Change(ChangeKind.Account, account.Id, account.AgencyId),
        Agency agency => new Change(ChangeKind.Agency, agency.Id, agency.Id),
        CitizenThread thread => new Change(ChangeKind.Thread, thread.Id, thread.AgencyId),
        MatrixState state => new Change(ChangeKind.Matrix, state.Id, Guid.Empty),
        _ => null,
    };
}
