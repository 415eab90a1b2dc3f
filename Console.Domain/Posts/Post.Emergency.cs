using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts;

public sealed partial class Post
{
    /// <summary>Why it went, or goes, by the short chain; null on the normal way. A change of content or a return takes it away.</summary>
    public EmergencyDeclaration? Emergency { get; private set; }

    /// <summary>
    /// Sends a prepared statement into the short chain: one approval by somebody else, the rest of <paramref name="normal"/> afterwards. What holds a normal
    /// submission back holds this one back as well.
    /// </summary>
    public Result DeclareEmergency(OfficialAccount account, Revision current, ReviewPlan normal, string? reason, Guid by, DateTimeOffset now)
    {
        if (!PostTransitions.Allow(PostAction.Submit, Status) && Status != PostStatus.InReview)
        {
            return Refuse(PostAction.Submit);
        }

        var errors = SubmitErrors(current.Content, now);
        if (account.Status == AccountStatus.Closed)
        {
            errors.Add(PostErrors.AccountNotActive);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            errors.Insert(0, EmergencyErrors.ReasonMissing);
        }
        else if (reason.Trim().Length > EmergencyDesignation.ReasonLimit)
        {
            errors.Insert(0, Error.TooLong("reason", EmergencyDesignation.ReasonLimit));
        }

        if (errors.Count > 0)
        {
            return Result.From(errors);
        }

        current.Seal();
        StartReview(ReviewPlan.Emergency, now);
        Emergency = new EmergencyDeclaration(by, reason!.Trim(), now, normal.Steps);
        MoveTo(PostStatus.InReview, "emergencyDeclared", by, now, Emergency.Reason);
        return Result.Success;
    }

    // In the short chain a supervisor stands in for the final reviewer, and whoever declared it never approves it.
    private Error? ShortChainRefusal(Actor actor, IReadOnlyCollection<Guid> lineage) =>
        Emergency?.ById == actor.Id ? PostErrors.AuthorMayNotReview
        : actor.Holds(Role.FinalReviewer, lineage) || actor.Holds(Role.Supervisor, lineage) ? null
        : PostErrors.NotYourStep;
}
