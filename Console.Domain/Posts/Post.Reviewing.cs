using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts;

public sealed partial class Post
{
    /// <summary>Longest remark on a decision, in characters.</summary>
    public const int CommentLimit = 2_000;

    /// <summary>Hands the newest revision to review: seals it and opens step 1. Names everything that is missing at once.</summary>
    public Result Submit(OfficialAccount account, Revision current, ReviewPlan plan, Guid by, DateTimeOffset now)
    {
        if (!PostTransitions.Allow(PostAction.Submit, Status))
        {
            return Refuse(PostAction.Submit);
        }

        var errors = SubmitErrors(current.Content, now);
        if (account.Status == AccountStatus.Closed)
        {
            errors.Add(PostErrors.AccountNotActive);
        }

        if (errors.Count > 0)
        {
            return Result.From(errors);
        }

        current.Seal();
        StartReview(plan, now);
        MoveTo(PostStatus.InReview, "submitted", by, now);
        return Result.Success;
    }

    /// <summary>Takes the post back before the last approval.</summary>
    public Result Withdraw(Guid by, DateTimeOffset now)
    {
        if (!PostTransitions.Allow(PostAction.Withdraw, Status))
        {
            return Refuse(PostAction.Withdraw);
        }

        Review?.Void(now);
        LeaveReview();
        MoveTo(PostStatus.Withdrawn, "withdrawn", by, now);
        return Result.Success;
    }

    /// <summary>
    /// Decides the current step on exactly the revision that was read. Writers never decide; nobody decides two steps of one submission
    /// (rules.md R3); the step's role must be held where the step wants it.
    /// </summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="lineage">The post's agency and all bodies above it.</param>
    /// <param name="revision">Number of the revision the person read.</param>
    /// <param name="verdict">What the person says. A return needs a remark or a reason; where entries are ticked, an approval needs all of them.</param>
    /// <param name="now">UTC.</param>
    public Result Decide(Actor actor, IReadOnlyCollection<Guid> lineage, int revision, Verdict verdict, DateTimeOffset now)
    {
        var action = verdict.Kind == DecisionKind.Approve ? PostAction.Approve : PostAction.Return;
        if (!PostTransitions.Allow(action, Status) || Review?.Current is not { } step)
        {
            return Refuse(action);
        }

        if (ReviewRefusal(actor, lineage) is { } refusal)
        {
            return refusal;
        }

        if (revision != RevisionNumber)
        {
            return PostErrors.RevisionChanged;
        }

        verdict = verdict.Tidied();
        if (verdict.ErrorsFor(step) is { Count: > 0 } errors)
        {
            return Result.From(errors);
        }

        Review.Decide(actor.PersonId, verdict, ContentHash, now);
        if (verdict.Kind == DecisionKind.Return)
        {
            LeaveReview();
            MoveTo(PostStatus.Returned, "returned", actor.Id, now, verdict.Comment, step.Number);
        }
        else if (Review.Current is { } next)
        {
            Await(next);
            MoveTo(PostStatus.InReview, "approved", actor.Id, now, verdict.Comment, step.Number);
        }
        else
        {
            LeaveReview();
            MoveTo(PostStatus.Approved, "approved", actor.Id, now, verdict.Comment, step.Number);
        }

        return Result.Success;
    }

    /// <summary>Decides with a remark alone, nothing ticked one by one.</summary>
    public Result Decide(Actor actor, IReadOnlyCollection<Guid> lineage, int revision, DecisionKind kind, string? comment, DateTimeOffset now) =>
        Decide(actor, lineage, revision, new Verdict(kind, comment), now);

    /// <summary>Why this person may not decide the current step; null when the person may.</summary>
    public Error? ReviewRefusal(Actor actor, IReadOnlyCollection<Guid> lineage) =>
        Review?.Current is not { } step ? PostErrors.WrongState(PostAction.Approve, Status)
        : actor.Id is not { } person ? PostErrors.NotYourStep
        : IsWrittenBy(person) ? PostErrors.AuthorMayNotReview
        : Review.HasDecided(person) ? PostErrors.AlreadyReviewed
        : Emergency is not null ? ShortChainRefusal(actor, lineage)
        : !actor.Holds(step.Role, step.Level.Within(AgencyId, lineage)) ? PostErrors.NotYourStep
        : null;

    private void StartReview(ReviewPlan plan, DateTimeOffset now)
    {
        Review?.Void(now);
        Review = new Review(Id, AgencyId, RevisionNumber, plan, now);
        ReviewSteps = plan.Steps.Count;
        Emergency = null;
        Await(Review.Current!);
    }

    private void Await(ReviewStep step)
    {
        ReviewStep = step.Number;
        ReviewRole = step.Role;
        ReviewLevel = step.Level;
        ReviewDueAt = step.DueAt;
    }

    private void LeaveReview()
    {
        ReviewStep = 0;
        ReviewRole = null;
        ReviewLevel = null;
        ReviewDueAt = null;
    }
}
