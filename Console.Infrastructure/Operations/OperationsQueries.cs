using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>Whether the matrix may send.</summary>
/// <param name="Stopped">Nothing is sent.</param>
/// <param name="Reason">Why.</param>
/// <param name="ByName">Who stopped or resumed last.</param>
/// <param name="At">When, UTC.</param>
/// <param name="MayOperate">Whether the actor may stop and resume.</param>
public sealed record MatrixStateView(bool Stopped, string? Reason, string? ByName, DateTimeOffset? At, bool MayOperate)
{
    /// <summary>This installation sends nothing: the database belongs to another one.</summary>
    public bool Muted { get; init; }

    /// <summary>Muted because the database was found older than what this installation had written.</summary>
    public bool TurnedBack { get; init; }

    /// <summary>When the database was claimed for the installation it belongs to, UTC.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>Who claimed it; null when its first start did.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>Whether somebody else than who stopped must resume.</summary>
    public bool ResumeNeedsSecond { get; init; }

    /// <summary>Whether the actor may resume what is stopped now.</summary>
    public bool MayResume { get; init; }

    /// <summary>Whether the actor may claim the database for this installation and choose how sending resumes.</summary>
    public bool MayAdminister { get; init; }
}

/// <summary>What the engine has before it, within the actor's scope.</summary>
/// <param name="Waiting">Deliveries whose time has not come.</param>
/// <param name="Overdue">Deliveries whose time has passed and that nobody has taken up.</param>
/// <param name="Held">Too late to go out without a person.</param>
/// <param name="UnderWay">Being sent.</param>
/// <param name="AwaitingAdmin">Waiting for a confirmation on the phone.</param>
/// <param name="Unconfirmed">Outcome unknown: a person must look.</param>
/// <param name="OldestDue">When the oldest overdue one was due, UTC.</param>
/// <param name="ExpiredLeases">Taken up by a worker that did not come back.</param>
/// <param name="FailingTokens">Active accounts for which the platform last refused a token.</param>
/// <param name="Findings">What the sweeper found and only a person can put right.</param>
public sealed record EngineFigures(
    int Waiting, int Overdue, int Held, int UnderWay, int AwaitingAdmin, int Unconfirmed, DateTimeOffset? OldestDue, int ExpiredLeases, int FailingTokens, int Findings);

/// <summary>Reads how sending stands.</summary>
public sealed class OperationsQueries(Work work, EnvironmentIdentity environment, TimeProvider time)
{
    /// <summary>The matrix-wide stop and the mute of a copy; shown to everybody with a grant.</summary>
    public Task<MatrixStateView> StateAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            var state = await db.Matrix.SingleAsync(token);
            Guid?[] named = [state.ById, state.ClaimedById];
            var names = await db.Users.Where(person => named.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, token);
            var tops = await db.Agencies.Where(agency => agency.ParentId == null).Select(agency => agency.Id).ToArrayAsync(token);
            var may = tops.Length > 0 && current.Can(Permission.OperateMatrix, tops);
            return new MatrixStateView(state.Stopped, state.Reason, NameOf(state.ById), state.At, may)
            {
                Muted = state.IsMuted(environment.Value),
                TurnedBack = state.TurnedBack,
                ClaimedAt = state.ClaimedAt,
                ClaimedBy = NameOf(state.ClaimedById),
                ResumeNeedsSecond = state.ResumeNeedsSecond,
                MayResume = may && state.Stopped && !(state.ResumeNeedsSecond && state.ById == current.Id),
                MayAdminister = tops.Length > 0 && current.Holds(Role.Administrator, tops),
            };

            string? NameOf(Guid? id) => id is { } person ? names.GetValueOrDefault(person) : null;
        }, token);

    /// <summary>What the engine has before it.</summary>
    public Task<EngineFigures> FiguresAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync(actor, (db, _) => EngineCounting.CountAsync(db, time.GetUtcNow(), token), token);
}
