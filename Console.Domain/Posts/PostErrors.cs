using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts;

/// <summary>Refusals about posts.</summary>
public static class PostErrors
{
    /// <summary>A post has at least one article.</summary>
    public static readonly Error NoArticle = new("post-no-article", ErrorKind.Invalid, "articles");

    /// <summary>More than eight articles (the platform's product rule).</summary>
    public static readonly Error TooManyArticles = new("post-too-many-articles", ErrorKind.Invalid, "articles", Article.MostPerPost);

    /// <summary>The planned or publishing time lies in the past.</summary>
    public static readonly Error TimeInPast = new("time-in-past", ErrorKind.Invalid, "publishAt");

    /// <summary>The account is not active; nothing can be submitted or sent in its name.</summary>
    public static readonly Error AccountNotActive = new("account-not-active", ErrorKind.Conflict);

    /// <summary>The account does not exist in the actor's scope.</summary>
    public static readonly Error UnknownAccount = new("unknown-account", ErrorKind.NotFound, "accountId");

    /// <summary>From publishing on, nothing about the post can be changed.</summary>
    public static readonly Error AlreadySent = new("already-sent", ErrorKind.Conflict);

    /// <summary>The post to copy from does not exist in the actor's scope.</summary>
    public static readonly Error UnknownSource = new("unknown-source-post", ErrorKind.NotFound, "from");

    /// <summary>Somebody changed the content since the reviewer read it.</summary>
    public static readonly Error RevisionChanged = new("revision-changed", ErrorKind.Conflict);

    /// <summary>The post went to review meanwhile; a change would void the approvals, and nobody said that is wanted.</summary>
    public static readonly Error WouldVoid = new("would-void-approvals", ErrorKind.Conflict);

    /// <summary>Who wrote or edited the post may not review it.</summary>
    public static readonly Error AuthorMayNotReview = new("author-may-not-review", ErrorKind.Conflict);

    /// <summary>Who decided an earlier step of this submission may not decide another.</summary>
    public static readonly Error AlreadyReviewed = new("already-reviewed", ErrorKind.Conflict);

    /// <summary>The current step belongs to another role.</summary>
    public static readonly Error NotYourStep = new("not-your-step", ErrorKind.Forbidden);

    /// <summary>The blanks of a prefilled correction are not filled.</summary>
    public static readonly Error CorrectionBlank = new("correction-blank", ErrorKind.Invalid, "articles");

    /// <summary>A return needs its reasons.</summary>
    public static readonly Error NoReason = Error.Required("comment");

    /// <summary>What is stored differs from what was approved; it is not sent.</summary>
    public static readonly Error ContentDiffers = new("content-differs", ErrorKind.Conflict);

    /// <summary>No push is left in the account's period; free slots are offered with the refusal.</summary>
    public static Error QuotaExceeded(IReadOnlyList<DateTimeOffset> freeSlots) => new("quota-exceeded", ErrorKind.Conflict, null, [.. freeSlots.Cast<object>()]);

    /// <summary>What is left of the account's period is kept for the emergency lane; free slots are offered with the refusal.</summary>
    public static Error QuotaReserved(IReadOnlyList<DateTimeOffset> freeSlots) => new("quota-reserved", ErrorKind.Conflict, null, [.. freeSlots.Cast<object>()]);

    /// <summary>The time window that the post is bound to has passed.</summary>
    public static readonly Error WindowOver = new("window-over", ErrorKind.Conflict, "notAfter");

    /// <summary>The window ends before it begins.</summary>
    public static readonly Error WindowEmpty = new("window-empty", ErrorKind.Invalid, "notAfter");

    /// <summary>The time lies outside the window that was approved with the post.</summary>
    public static Error OutsideWindow(TimeWindow window) => new("outside-window", ErrorKind.Conflict, "publishAt", [.. new object?[] { window.NotBefore, window.NotAfter }.Select(side => side ?? "…")]);

    /// <summary>The post's state does not allow the act.</summary>
    public static Error WrongState(PostAction action, PostStatus status) =>
        action == PostAction.Edit || PostTransitions.Sent.Contains(status) && action is PostAction.Submit or PostAction.Delete
            ? AlreadySent
            : new("post-" + char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..], ErrorKind.Conflict, null, action, status);
}
