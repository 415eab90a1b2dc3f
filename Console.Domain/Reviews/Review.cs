using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>How a review stands.</summary>
public enum ReviewStatus
{
    /// <summary>Waiting for the current step.</summary>
    Open,

    /// <summary>Every step approved.</summary>
    Approved,

    /// <summary>Returned to the author.</summary>
    Returned,

    /// <summary>Ended by a withdrawal or a change of content.</summary>
    Voided,
}

/// <summary>How a step of a review stands.</summary>
public enum ReviewStepState
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>Its turn is now.</summary>
    Current,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Returned to the author.</summary>
    Returned,
}

/// <summary>审核意见 of both kinds.</summary>
public enum DecisionKind
{
    /// <summary>通过.</summary>
    Approve,

    /// <summary>退回.</summary>
    Return,
}

/// <summary>A planned step in the course of one review.</summary>
public sealed class ReviewStep
{
    private ReviewStep()
    {
        Name = string.Empty;
    }

    internal ReviewStep(int number, PlannedStep planned)
    {
        Number = number;
        Name = planned.Name;
        Role = planned.Role;
        Deadline = planned.Deadline;
    }

    /// <summary>1, 2, 3 … within the review.</summary>
    public int Number { get; private set; }

    /// <summary>初审, 复审, 终审 …</summary>
    public string Name { get; private set; }

    /// <summary>The role that decides.</summary>
    public Role Role { get; private set; }

    /// <summary>Working time allowed.</summary>
    public TimeSpan Deadline { get; private set; }

    /// <summary>How it stands.</summary>
    public ReviewStepState State { get; internal set; }

    /// <summary>When its turn came.</summary>
    public DateTimeOffset? StartedAt { get; internal set; }

    /// <summary>When it should be decided.</summary>
    public DateTimeOffset? DueAt { get; internal set; }
}

/// <summary>审核意见: what one person decided on one revision. Never changed, never removed.</summary>
public sealed class Decision
{
    private Decision()
    {
    }

    internal Decision(int step, Guid byId, DecisionKind kind, int revision, string contentHash, string? comment, DateTimeOffset at)
    {
        Step = step;
        ById = byId;
        Kind = kind;
        Revision = revision;
        ContentHash = contentHash;
        Comment = comment;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Number of the step.</summary>
    public int Step { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid ById { get; private set; }

    /// <summary>Approve or return.</summary>
    public DecisionKind Kind { get; private set; }

    /// <summary>Number of the revision that was read.</summary>
    public int Revision { get; private set; }

    /// <summary>SHA-256 of what was read.</summary>
    public string ContentHash { get; private set; } = string.Empty;

    /// <summary>Remark or reasons.</summary>
    public string? Comment { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>One passage of one submission through its plan, bound to one revision.</summary>
public sealed class Review : IScoped
{
    private readonly List<ReviewStep> _steps = [];
    private readonly List<Decision> _decisions = [];

    private Review()
    {
    }

    internal Review(Guid postId, Guid agencyId, int revision, ReviewPlan plan, DateTimeOffset now)
    {
        PostId = postId;
        OpenPostId = postId;
        AgencyId = agencyId;
        Revision = revision;
        StartedAt = now;
        _steps.AddRange(plan.Steps.Select((planned, index) => new ReviewStep(index + 1, planned)));
        Enter(_steps[0], now);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The post under review.</summary>
    public Guid PostId { get; private set; }

    /// <summary>The post while the review is open, else null: a unique index on it lets a post have one open review only.</summary>
    public Guid? OpenPostId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>Number of the revision that is read.</summary>
    public int Revision { get; private set; }

    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How it stands.</summary>
    public ReviewStatus Status { get; private set; }

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<ReviewStep> Steps => _steps;

    /// <summary>What was decided so far, in order.</summary>
    public IReadOnlyList<Decision> Decisions => _decisions;

    /// <summary>The step whose turn it is; null once ended.</summary>
    public ReviewStep? Current => _steps.Find(step => step.State == ReviewStepState.Current);

    /// <summary>Whether <paramref name="person"/> has decided a step of this submission already.</summary>
    public bool HasDecided(Guid person) => _decisions.Exists(decision => decision.ById == person);

    internal void Decide(Guid by, DecisionKind kind, string contentHash, string? comment, DateTimeOffset now)
    {
        var step = Current ?? throw new InvalidOperationException("The review has ended.");
        _decisions.Add(new Decision(step.Number, by, kind, Revision, contentHash, comment, now));
        if (kind == DecisionKind.Return)
        {
            step.State = ReviewStepState.Returned;
            End(ReviewStatus.Returned, now);
            return;
        }

        step.State = ReviewStepState.Approved;
        if (_steps.Find(next => next.State == ReviewStepState.Waiting) is { } next)
        {
            Enter(next, now);
        }
        else
        {
            End(ReviewStatus.Approved, now);
        }
    }

    internal void Void(DateTimeOffset now)
    {
        if (Status is ReviewStatus.Open or ReviewStatus.Approved)
        {
            End(ReviewStatus.Voided, now);
        }
    }

    private static void Enter(ReviewStep step, DateTimeOffset now)
    {
        step.State = ReviewStepState.Current;
        step.StartedAt = now;
        step.DueAt = BusinessTime.AddWorkingTime(now, step.Deadline);
    }

    private void End(ReviewStatus status, DateTimeOffset now)
    {
        Status = status;
        OpenPostId = null;
        EndedAt = now;
    }
}
