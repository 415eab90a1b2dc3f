using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Operations;

/// <summary>急停: whether the whole matrix may send. One row, read inside the claim of every delivery.</summary>
public sealed class MatrixState : Aggregate
{
    /// <summary>The one row.</summary>
    public static readonly Guid TheId = new("00000000-0000-7000-8000-000000000002");

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

    /// <summary>Stops all sending.</summary>
    public Result Stop(string? reason, Guid rootAgency, Guid by, DateTimeOffset now) =>
        Stopped ? OperationsErrors.AlreadyStopped : Set(true, reason, "matrixStopped", rootAgency, by, now);

    /// <summary>Lets sending go on.</summary>
    public Result Resume(string? reason, Guid rootAgency, Guid by, DateTimeOffset now) =>
        !Stopped ? OperationsErrors.NotStopped : Set(false, reason, "matrixResumed", rootAgency, by, now);

    private Result Set(bool stopped, string? reason, string action, Guid rootAgency, Guid by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Error.Required("reason");
        }

        if (reason.Length > 500)
        {
            return Error.TooLong("reason", 500);
        }

        Stopped = stopped;
        Reason = reason;
        ById = by;
        At = now;
        Record(new DomainEvent(action, "matrix", Id, rootAgency, by, now, reason));
        return Result.Success;
    }
}

/// <summary>Refusals about operations.</summary>
public static class OperationsErrors
{
    /// <summary>Sending is stopped already.</summary>
    public static readonly Error AlreadyStopped = new("already-stopped", ErrorKind.Conflict);

    /// <summary>Sending is not stopped.</summary>
    public static readonly Error NotStopped = new("not-stopped", ErrorKind.Conflict);
}
