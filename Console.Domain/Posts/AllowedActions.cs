using GovAccountConsole.Domain.Access;

namespace GovAccountConsole.Domain.Posts;

/// <summary>Which acts a person may do with a post right now: what the buttons show and what the use cases allow.</summary>
public static class AllowedActions
{
    private static readonly (PostAction Action, Permission Permission)[] _needs =
    [
        (PostAction.Edit, Permission.WritePosts),
        (PostAction.Delete, Permission.WritePosts),
        (PostAction.Submit, Permission.WritePosts),
        (PostAction.Withdraw, Permission.WritePosts),
        (PostAction.Approve, Permission.ReviewPosts),
        (PostAction.Return, Permission.ReviewPosts),
        (PostAction.Schedule, Permission.SchedulePosts),
        (PostAction.Unschedule, Permission.SchedulePosts),
        (PostAction.Publish, Permission.PublishPosts),
        (PostAction.Recall, Permission.RecallPosts),
        (PostAction.Resolve, Permission.SchedulePosts),
        (PostAction.SendAgain, Permission.PublishPosts),
        (PostAction.Correct, Permission.WritePosts),
    ];

    /// <summary>The permission an act needs.</summary>
    public static Permission PermissionFor(PostAction action) => _needs.First(row => row.Action == action).Permission;

    /// <summary>The acts open to <paramref name="actor"/>, in the order of <see cref="PostAction"/>.</summary>
    /// <param name="status">The post's state.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="lineage">The post's agency and all bodies above it.</param>
    /// <param name="mayDecide">Whether the review lets this person decide the current step.</param>
    public static IReadOnlyList<PostAction> For(PostStatus status, Actor actor, IReadOnlyCollection<Guid> lineage, bool mayDecide) =>
    [
        .. _needs.Where(row => PostTransitions.Allow(row.Action, status)
            && (row.Permission == Permission.ReviewPosts ? mayDecide : actor.Can(row.Permission, lineage))).Select(row => row.Action),
    ];
}
