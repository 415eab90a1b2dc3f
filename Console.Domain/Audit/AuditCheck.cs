namespace GovAccountConsole.Domain.Audit;

/// <summary>How the last walk along the whole chain ended: one row.</summary>
public sealed class AuditCheck
{
    /// <summary>The only row.</summary>
    public const int TheId = 1;

    private AuditCheck()
    {
    }

    /// <summary>The only row.</summary>
    public int Id { get; private set; } = TheId;

    /// <summary>When it ended, UTC; null before the first.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>How many entries were found continuous and unchanged.</summary>
    public long Entries { get; private set; }

    /// <summary>The first bad place; null when all is well.</summary>
    public ChainProblem? Problem { get; private set; }

    /// <summary>Notes how a walk ended.</summary>
    public void Note(long entries, ChainProblem? problem, DateTimeOffset now) => (Entries, Problem, At) = (entries, problem, now);
}
