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
        _steps[0].Enter(now);
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

    /// <summary>Whether <paramref name="person"/> has decided a step of this submission already, or somebody in that person's place.</summary>
    public bool HasDecided(Guid person) => _decisions.Exists(decision => decision.People.Contains(person));

    internal void Decide(Guid by, Guid? inPlaceOf, Verdict verdict, string contentHash, DateTimeOffset now)
    {
        var step = Current ?? throw new InvalidOperationException("The review has ended.");
        _decisions.Add(new Decision(step.Number, by, inPlaceOf, verdict, Revision, contentHash, now));
        if (verdict.Kind == DecisionKind.Return)
        {
            step.State = ReviewStepState.Returned;
            End(ReviewStatus.Returned, now);
            return;
        }

        if (_decisions.Count(decision => decision.Step == step.Number) < step.Approvals)
        {
            return;
        }

        step.State = ReviewStepState.Approved;
        if (_steps.Find(next => next.State == ReviewStepState.Waiting) is { } next)
        {
            next.Enter(now);
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

    private void End(ReviewStatus status, DateTimeOffset now)
    {
        Status = status;
        OpenPostId = null;
        EndedAt = now;
    }
}
