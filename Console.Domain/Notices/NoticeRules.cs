using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Notices;

/// <summary>Which acts people are told of: the one list. What is not in it makes no notice.</summary>
public static class NoticeRules
{
    /// <summary>Whom troubles of these codes concern are the people who keep the account's credentials.</summary>
    private static readonly HashSet<string> _credentialTroubles = new(StringComparer.Ordinal)
    {
        "weixin-40001", "weixin-40013", "weixin-40125", "weixin-40164", "weixin-40243", "weixin-41004", "weixin-50004", "weixin-50007", "weixin-61004",
    };

    /// <summary>The causes of an act; none for most.</summary>
    public static IEnumerable<NoticeCause> Of(DomainEvent happened) => happened switch
    {
        PostEvent post => OfPost(post),
        { Action: "remarkOpened" or "remarkReplied" or "remarkMended" or "remarkReopened", SubjectType: "post" } => [new(NoticeKind.Remark, happened)],
        { Action: "followUpOpened", SubjectType: "post" } => [new(NoticeKind.EmergencyFollowUp, happened)],
        { Action: "accountVerified" or "accountTrouble", Detail.Length: > 0 } => [new(NoticeKind.CredentialsFailing, happened)],
        { Action: "accountSuspended" } => [new(NoticeKind.AccountSuspended, happened)],
        { Action: "accountResumed" } => [new(NoticeKind.AccountResumed, happened)],
        { Action: "substituteNamed" } => [new(NoticeKind.SubstituteNamed, happened)],
        { Action: "substituteReleased" } => [new(NoticeKind.SubstituteReleased, happened)],
        { Action: "matrixStopped" } => [new(NoticeKind.MatrixStopped, happened)],
        { Action: "matrixResumed" } => [new(NoticeKind.MatrixResumed, happened)],
        _ => [],
    };

    /// <summary>That a step's time is nearly or wholly over; once per step of one passage through review.</summary>
    /// <param name="postId">The post.</param>
    /// <param name="agencyId">Whose.</param>
    /// <param name="step">The step, from 1.</param>
    /// <param name="dueAt">When the step is or was due: tells passages apart.</param>
    /// <param name="now">UTC.</param>
    public static NoticeCause Clock(Guid postId, Guid agencyId, int step, DateTimeOffset dueAt, DateTimeOffset now) => new(
        dueAt <= now ? NoticeKind.ClockRanOut : NoticeKind.ClockRunning,
        new DomainEvent("clock", "post", postId, agencyId, null, now, null), step, ClockMark(step, dueAt));

    /// <summary>That something lies there which nobody waits for; once for the same thing.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="postId">The post.</param>
    /// <param name="agencyId">Whose.</param>
    /// <param name="since">Since when: tells one time from another.</param>
    /// <param name="now">UTC.</param>
    public static NoticeCause Overlooked(SweepKind kind, Guid postId, Guid agencyId, DateTimeOffset since, DateTimeOffset now) => new(
        NoticeKind.Overlooked, new DomainEvent("overlooked", "post", postId, agencyId, null, now, kind.ToString()), null, FormattableString.Invariant($"{kind}:{since.UtcTicks}"));

    /// <summary>The part of the key that tells clocks apart.</summary>
    public static string ClockMark(int step, DateTimeOffset dueAt) => FormattableString.Invariant($"{step}:{dueAt.UtcTicks}");

    private static IEnumerable<NoticeCause> OfPost(PostEvent post)
    {
        switch (post.Act, post.To)
        {
            case ("submitted" or "emergencyDeclared", PostStatus.InReview):
                yield return new(NoticeKind.YourTurn, post, 1);
                break;
            case ("edited", PostStatus.InReview):
                yield return new(NoticeKind.YourTurn, post, 1);
                yield return new(NoticeKind.Changed, post);
                break;
            case ("approved", PostStatus.InReview):
                // A remark that came with the approval is for the author, not for the next step's heading.
                yield return new(NoticeKind.YourTurn, post with { Detail = null }, (post.Step ?? 0) + 1);
                break;
            case ("escalated", PostStatus.InReview):
                yield return new(NoticeKind.Escalated, post, post.Step);
                break;
            case ("approved", _):
                yield return new(NoticeKind.Approved, post, post.Step);
                break;
            case ("returned", _):
                yield return new(NoticeKind.Returned, post, post.Step);
                break;
            case ("scheduled", _):
                yield return new(NoticeKind.Scheduled, post);
                break;
            case ("published" or "confirmedPublished", _):
                yield return new(NoticeKind.Published, post);
                break;
            case ("recalled", _):
                yield return new(NoticeKind.Recalled, post);
                break;
            case ("failed" or "confirmedNotSent", _):
                yield return new(NoticeKind.Failed, post);
                if (post.Detail is { } code && _credentialTroubles.Contains(code))
                {
                    yield return new(NoticeKind.CredentialsFailing, post);
                }

                break;
            case ("awaitingAdmin", _):
                yield return new(NoticeKind.AwaitingAdmin, post);
                break;
            case ("notConfirmed", _):
                yield return new(NoticeKind.NotConfirmed, post);
                break;
            case ("unconfirmed" or "held" or "altered", _):
                yield return new(NoticeKind.NeedsPerson, post);
                break;
            case ("expired", _):
                yield return new(NoticeKind.Expired, post);
                break;
            default:
                break;
        }
    }
}
