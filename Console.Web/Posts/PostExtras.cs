using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Web.Posts;

/// <summary>Small facts about a post in a list.</summary>
public static class PostExtras
{
    /// <summary>What stands inside the status chip: the review step.</summary>
    public static string? Of(PostRow post) =>
        post.Status == PostStatus.InReview && post.ReviewSteps > 0 ? FormattableString.Invariant($"{post.ReviewStep}/{post.ReviewSteps}") : null;

    /// <summary>Whether the state ends only when a person acts, so that its age says where time is lost.</summary>
    public static bool Waits(PostStatus status) => status is
        PostStatus.InReview or PostStatus.Returned or PostStatus.Approved or PostStatus.Failed or PostStatus.Unconfirmed or PostStatus.AwaitingAdmin;
}
