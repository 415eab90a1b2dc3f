using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Absences;
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

        var (refusal, inPlaceOf) = RightToDecide(actor, lineage);
        if (refusal is not null)
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

        Review.Decide(actor.PersonId, inPlaceOf?.ForId, verdict, ContentHash, now);
        if (verdict.Kind == DecisionKind.Return)
        {
            LeaveReview();
            MoveTo(PostStatus.Returned, "returned", actor.Id, now, verdict.Comment, step.Number, inPlaceOf);
        }
        else if (Review.Current is { } next)
        {
            Await(next);
            MoveTo(PostStatus.InReview, "approved", actor.Id, now, verdict.Comment, step.Number, inPlaceOf);
        }
        else
        {
            LeaveReview();
            MoveTo(PostStatus.Approved, "approved", actor.Id, now, verdict.Comment, step.Number, inPlaceOf);
        }

        return Result.Success;
    }

    /// <summary>Decides with a remark alone, nothing ticked one by one.</summary>
    public Result Decide(Actor actor, IReadOnlyCollection<Guid> lineage, int revision, DecisionKind kind, string? comment, DateTimeOffset now) =>
        Decide(actor, lineage, revision, new Verdict(kind, comment), now);

    /// <summary>Why this person may not decide the current step; null when the person may.</summary>
    public Error? ReviewRefusal(Actor actor, IReadOnlyCollection<Guid> lineage) => RightToDecide(actor, lineage).Refusal;

    /// <summary>In whose place this person would decide the current step; null when in no other's, or not at all.</summary>
    public Substitution? ReviewsFor(Actor actor, IReadOnlyCollection<Guid> lineage) => RightToDecide(actor, lineage).InPlaceOf;

    /// <summary>
    /// Offers the current step to the next level as well, once its time has run out; false when there is nothing to offer. It decides nothing: the step still
    /// waits for a person, and whoever had it has it still. The short chain of an emergency asks a supervisor from its first moment.
    /// </summary>
    public bool Escalate(DateTimeOffset now)
    {
        if (Status != PostStatus.InReview || Emergency is not null || Review?.Current is not { EscalatedAt: null } step || !(step.DueAt <= now))
        {
            return false;
        }

        step.Escalate(now);
        ReviewEscalatedTo = step.EscalatedTo;
        MoveTo(PostStatus.InReview, "escalated", null, now, null, step.Number);
        return true;
    }

    // The one rule of who may decide (the queue asks the same of the database): by a role of one's own, else in the place of somebody who is away and could
    // have decided himself. Both persons count among those who must be different (rules.md R3).
    private (Error? Refusal, Substitution? InPlaceOf) RightToDecide(Actor actor, IReadOnlyCollection<Guid> lineage)
    {
        if (Review?.Current is not { } step)
        {
            return (PostErrors.WrongState(PostAction.Approve, Status), null);
        }

        if (actor.Id is not { } person)
        {
            return (PostErrors.NotYourStep, null);
        }

        if (IsWrittenBy(person) || Review.HasDecided(person))
        {
            return (IsWrittenBy(person) ? PostErrors.AuthorMayNotReview : PostErrors.AlreadyReviewed, null);
        }

        if (Emergency is not null)
        {
            return (ShortChainRefusal(actor, lineage), null);
        }

        if (actor.Grants.Any(grant => step.IsFor(grant.Role, grant.AgencyId, AgencyId, lineage)))
        {
            return (null, null);
        }

        var absent = actor.Substitutions.Where(substitution => step.IsFor(substitution.Role, substitution.AgencyId, AgencyId, lineage)).ToList();
        return absent.Find(substitution => !IsWrittenBy(substitution.ForId) && !Review.HasDecided(substitution.ForId)) is { } free ? (null, free)
            : (absent.Count > 0 ? AbsenceErrors.AbsentTookPart : PostErrors.NotYourStep, null);
    }

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
        ReviewEscalatedTo = null;
        ReviewDueAt = step.DueAt;
    }

    private void LeaveReview()
    {
        ReviewStep = 0;
        ReviewRole = null;
        ReviewLevel = null;
        ReviewEscalatedTo = null;
        ReviewDueAt = null;
    }
}
