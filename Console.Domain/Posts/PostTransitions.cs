using System.Collections.Frozen;

namespace GovAccountConsole.Domain.Posts;

/// <summary>The state machine of a post on one page: from which states each act may start.</summary>
public static class PostTransitions
{
    private static readonly FrozenDictionary<PostAction, FrozenSet<PostStatus>> _from = new Dictionary<PostAction, PostStatus[]>
    {
        [PostAction.Edit] =
        [
            PostStatus.Draft, PostStatus.Returned, PostStatus.Withdrawn, PostStatus.Expired,
            PostStatus.InReview, PostStatus.Approved, PostStatus.Scheduled, PostStatus.Failed,
        ],
        [PostAction.Delete] = [PostStatus.Draft, PostStatus.Returned, PostStatus.Withdrawn, PostStatus.Expired],
        [PostAction.Submit] = [PostStatus.Draft, PostStatus.Returned, PostStatus.Withdrawn],
        [PostAction.Withdraw] = [PostStatus.InReview],
        [PostAction.Approve] = [PostStatus.InReview],
        [PostAction.Return] = [PostStatus.InReview],
        [PostAction.Schedule] = [PostStatus.Approved, PostStatus.Scheduled, PostStatus.Failed],
        [PostAction.Unschedule] = [PostStatus.Scheduled],
        [PostAction.Publish] = [PostStatus.Approved, PostStatus.Scheduled, PostStatus.Failed],
        [PostAction.Recall] = [PostStatus.Published],
        [PostAction.Resolve] = [PostStatus.Unconfirmed],
        [PostAction.SendAgain] = [PostStatus.Unconfirmed],
        [PostAction.Correct] = [PostStatus.Published, PostStatus.Recalled],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>States in which citizens have the post, or may have it: its content is out of everybody's hands.</summary>
    public static FrozenSet<PostStatus> Sent { get; } = FrozenSet.ToFrozenSet(
    [
        PostStatus.Publishing, PostStatus.Published, PostStatus.AwaitingAdmin, PostStatus.Unconfirmed, PostStatus.Recalled,
    ]);

    /// <summary>States in which a change of content sends the post back to the first review step.</summary>
    public static FrozenSet<PostStatus> VoidedByEdit { get; } = FrozenSet.ToFrozenSet(
    [
        PostStatus.InReview, PostStatus.Approved, PostStatus.Scheduled, PostStatus.Failed,
    ]);

    /// <summary>States in which a mass send takes up quota: planned, under way, done, or possibly done.</summary>
    public static FrozenSet<PostStatus> UsesQuota { get; } = FrozenSet.ToFrozenSet(
    [
        PostStatus.Scheduled, PostStatus.Publishing, PostStatus.Published, PostStatus.AwaitingAdmin, PostStatus.Unconfirmed, PostStatus.Recalled,
    ]);

    /// <summary>Whether <paramref name="action"/> may start from <paramref name="status"/>.</summary>
    public static bool Allow(PostAction action, PostStatus status) => _from[action].Contains(status);
}
