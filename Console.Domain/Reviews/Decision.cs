namespace GovAccountConsole.Domain.Reviews;

/// <summary>审核意见 of both kinds.</summary>
public enum DecisionKind
{
    /// <summary>通过.</summary>
    Approve,

    /// <summary>退回.</summary>
    Return,
}

/// <summary>审核意见: what one person decided on one revision. Never changed, never removed.</summary>
public sealed class Decision
{
    private Decision()
    {
    }

    internal Decision(int step, Guid byId, Guid? forId, Verdict verdict, int revision, string contentHash, DateTimeOffset at)
    {
        Step = step;
        ById = byId;
        ForId = forId;
        Kind = verdict.Kind;
        Revision = revision;
        ContentHash = contentHash;
        Comment = verdict.Comment;
        Ticks = verdict.Ticks;
        Reasons = verdict.Reasons ?? [];
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Number of the step.</summary>
    public int Step { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid ById { get; private set; }

    /// <summary>In whose place, where the person stood in for somebody who was away; else null.</summary>
    public Guid? ForId { get; private set; }

    /// <summary>Whose step it counts as in the rule of different people: who decided, and the one he stood in for.</summary>
    public IEnumerable<Guid> People => ForId is { } absent ? [ById, absent] : [ById];

    /// <summary>Approve or return.</summary>
    public DecisionKind Kind { get; private set; }

    /// <summary>Number of the revision that was read.</summary>
    public int Revision { get; private set; }

    /// <summary>SHA-256 of what was read.</summary>
    public string ContentHash { get; private set; } = string.Empty;

    /// <summary>Remark or reasons.</summary>
    public string? Comment { get; private set; }

    /// <summary>Entries of the checklist the person confirmed one by one; null = decided through the API without ticking.</summary>
    public IReadOnlyList<string>? Ticks { get; private set; }

    /// <summary>Codes of the list of return reasons.</summary>
    public IReadOnlyList<string> Reasons { get; private set; } = [];

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }
}
