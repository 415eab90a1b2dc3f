using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts;

public sealed partial class Post
{
    /// <summary>The published post this one puts right (更正); null for any other post.</summary>
    public Guid? CorrectionOf { get; private set; }

    /// <summary>
    /// Begins a correction of what citizens got: a post of its own for the same account and channel, which goes through the full review. Both posts keep
    /// the reason in their history.
    /// </summary>
    /// <param name="account">The account of both posts.</param>
    /// <param name="content">The prefilled text.</param>
    /// <param name="reason">What was wrong; kept in both histories.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="now">UTC.</param>
    public Result<(Post Post, Revision Revision)> Correct(OfficialAccount account, PostContent content, string? reason, Guid by, DateTimeOffset now)
    {
        if (!PostTransitions.Allow(PostAction.Correct, Status))
        {
            return PostErrors.WrongState(PostAction.Correct, Status);
        }

        if (CheckReason(reason) is { Succeeded: false } refused)
        {
            return Result<(Post, Revision)>.Refuse(refused.Errors);
        }

        var created = Create(account, content, null, by, now, SaveMode.Autosave);
        if (created.Succeeded)
        {
            var correction = created.Value.Post;
            (correction.CorrectionOf, correction.Topics) = (Id, Topics);
            correction.MoveTo(PostStatus.Draft, "correctionBegun", by, now, reason!.Trim());
            MoveTo(Status, "corrected", by, now, reason.Trim());
        }

        return created;
    }
}
