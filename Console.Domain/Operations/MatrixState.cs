using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Operations;

/// <summary>
/// Whether the whole matrix may send: 急停, and which installation the database belongs to. One row, read inside the claim of every delivery
/// and again in the transaction that writes the intent to send (docs/decisions/0024).
/// </summary>
public sealed class MatrixState : Aggregate
{
    /// <summary>Longest identity of an installation, in characters.</summary>
    public const int EnvironmentLimit = 200;

    private const int ReasonLimit = 500;

    /// <summary>The one row.</summary>
    public static readonly Guid TheId = new("00000000-0000-7000-8000-000000000002");

    // No installation is called so: whoever meets it is muted.
    private const string TurnedBackMark = "turned-back";

    /// <summary>A matrix that may send.</summary>
    public MatrixState() => Id = TheId;

    /// <summary>Whether nothing is sent.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Why.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who stopped or resumed last.</summary>
    public Guid? ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Whether somebody else than who stopped must resume.</summary>
    public bool ResumeNeedsSecond { get; private set; }

    /// <summary>The installation that may send from this database; null until the first start.</summary>
    public string? EnvironmentId { get; private set; }

    /// <summary>When it was claimed for that installation, UTC.</summary>
    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>Who claimed it; null when the first start did.</summary>
    public Guid? ClaimedById { get; private set; }

    /// <summary>Whether the database was found older than what its installation had already written: a backup in its old place.</summary>
    public bool TurnedBack => EnvironmentId == TurnedBackMark;

    /// <summary>Whether this installation sends nothing, because the database belongs to another one or was turned back. Before the first claim nobody is muted.</summary>
    public bool IsMuted(string? environment) => EnvironmentId is not null && EnvironmentId != environment;

    /// <summary>Stops all sending.</summary>
    public Result Stop(string? reason, Guid rootAgency, Guid by, DateTimeOffset now) =>
        Stopped ? OperationsErrors.AlreadyStopped : Set(true, reason, "matrixStopped", rootAgency, by, now);

    /// <summary>Lets sending go on. Where two are asked for, not by whoever stopped.</summary>
    public Result Resume(string? reason, Guid rootAgency, Guid by, DateTimeOffset now) =>
        !Stopped ? OperationsErrors.NotStopped
        : ResumeNeedsSecond && ById == by ? OperationsErrors.SecondPersonNeeded
        : Set(false, reason, "matrixResumed", rootAgency, by, now);

    /// <summary>Chooses whether a second person must resume.</summary>
    /// <param name="needed">Whether.</param>
    /// <param name="operators">How many people may resume at all: with one, a stop could never end.</param>
    /// <param name="rootAgency">The top of the tree.</param>
    /// <param name="by">Who chooses.</param>
    /// <param name="now">UTC.</param>
    public Result AskSecondPerson(bool needed, int operators, Guid rootAgency, Guid by, DateTimeOffset now)
    {
        if (needed == ResumeNeedsSecond)
        {
            return Result.Success;
        }

        // Else whoever stopped could free himself of the second person.
        if (Stopped)
        {
            return OperationsErrors.NotWhileStopped;
        }

        if (needed && operators < 2)
        {
            return OperationsErrors.NobodyElse;
        }

        ResumeNeedsSecond = needed;
        Record(new DomainEvent(needed ? "secondPersonAsked" : "secondPersonDropped", "matrix", Id, rootAgency, by, now, null));
        return Result.Success;
    }

    /// <summary>The first start of an installation on a database nobody has claimed; false when it is somebody's.</summary>
    public bool ClaimFirst(string environment, DateTimeOffset now)
    {
        if (EnvironmentId is not null)
        {
            return false;
        }

        (EnvironmentId, ClaimedAt) = (environment, now);
        return true;
    }

    /// <summary>A person says that from now on this installation sends, and no other.</summary>
    public Result Claim(string? environment, string? reason, Guid rootAgency, Guid by, DateTimeOffset now)
    {
        if (Wrong(reason) is { } wrong)
        {
            return wrong;
        }

        if (environment is null)
        {
            return OperationsErrors.NoIdentity;
        }

        if (!IsMuted(environment))
        {
            return OperationsErrors.NotMuted;
        }

        (EnvironmentId, ClaimedAt, ClaimedById) = (environment, now, by);
        Record(new DomainEvent("environmentClaimed", "matrix", Id, rootAgency, by, now, reason));
        return Result.Success;
    }

    /// <summary>The database is older than what its installation has written: nothing is sent from it until a person has looked.</summary>
    public void NoteTurnedBack() => EnvironmentId = TurnedBackMark;

    private static Error? Wrong(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? Error.Required("reason") : reason.Length > ReasonLimit ? Error.TooLong("reason", ReasonLimit) : null;

    private Result Set(bool stopped, string? reason, string action, Guid rootAgency, Guid by, DateTimeOffset now)
    {
        if (Wrong(reason) is { } wrong)
        {
            return wrong;
        }

        Stopped = stopped;
        Reason = reason;
        ById = by;
        At = now;
        Record(new DomainEvent(action, "matrix", Id, rootAgency, by, now, reason));
        return Result.Success;
    }
}
