using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Merging;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Web.Posts;

/// <summary>Everything the editor page asks of the use cases of posts, in one place.</summary>
public sealed class PostActs(
    CreatePost create, MergeDraft merge, SubmitPost submit, WithdrawPost withdraw, SchedulePost schedule, UnschedulePost unschedule, PublishPost publish,
    ResolvePost resolve, SendPostAgain again, RecallPost recall, CorrectPost correct, DeletePost delete)
{
    /// <summary>Begins the post with what was typed first.</summary>
    public Task<Result<PostVersion>> CreateAsync(Actor actor, PostEdit post, SaveMode mode, CancellationToken token) => create.ExecuteAsync(actor, post.ToDraft(), mode, token);

    /// <summary>Saves what was typed, together with what others saved meanwhile.</summary>
    public Task<Result<MergedDraft>> MergeAsync(Actor actor, PostEdit post, PostText origin, PostDraft draft, SaveMode mode, bool mayVoid, CancellationToken token) =>
        merge.ExecuteAsync(actor, post.Id!.Value, origin, draft, mode, mayVoid, token);

    /// <summary>Hands to review.</summary>
    public Task<Result<PostVersion>> SubmitAsync(Actor actor, PostEdit post, CancellationToken token) => submit.ExecuteAsync(actor, post.Id!.Value, post.Version, token);

    /// <summary>Takes back from review.</summary>
    public Task<Result<PostVersion>> WithdrawAsync(Actor actor, PostEdit post, CancellationToken token) => withdraw.ExecuteAsync(actor, post.Id!.Value, post.Version, token);

    /// <summary>Gives a slot.</summary>
    public Task<Result<PostVersion>> ScheduleAsync(Actor actor, PostEdit post, DateTimeOffset at, CancellationToken token) =>
        schedule.ExecuteAsync(actor, post.Id!.Value, at, post.Version, token);

    /// <summary>Takes the slot away.</summary>
    public Task<Result<PostVersion>> UnscheduleAsync(Actor actor, PostEdit post, CancellationToken token) => unschedule.ExecuteAsync(actor, post.Id!.Value, post.Version, token);

    /// <summary>Sends now.</summary>
    public Task<Result<PostVersion>> PublishAsync(Actor actor, PostEdit post, CancellationToken token) => publish.ExecuteAsync(actor, post.Id!.Value, post.Version, token);

    /// <summary>Settles an unknown outcome.</summary>
    public Task<Result<PostVersion>> ResolveAsync(Actor actor, PostEdit post, bool published, CancellationToken token) =>
        resolve.ExecuteAsync(actor, post.Id!.Value, published, post.Version, token);

    /// <summary>Sends again what did not go out, after a look at the platform's lists.</summary>
    public Task<Result<PostVersion>> SendAgainAsync(Actor actor, PostEdit post, string reason, CancellationToken token) =>
        again.ExecuteAsync(actor, post.Id!.Value, reason, post.Version, token);

    /// <summary>Takes the post off the platform.</summary>
    public Task<Result<PostVersion>> RecallAsync(Actor actor, PostEdit post, string reason, CancellationToken token) =>
        recall.ExecuteAsync(actor, post.Id!.Value, reason, post.Version, token);

    /// <summary>Begins a correction; the answer names the new post.</summary>
    public Task<Result<PostVersion>> CorrectAsync(Actor actor, PostEdit post, string reason, CancellationToken token) =>
        correct.ExecuteAsync(actor, post.Id!.Value, reason, post.Version, token);

    /// <summary>Deletes a draft.</summary>
    public Task<Result<PostVersion>> DeleteAsync(Actor actor, PostEdit post, CancellationToken token) => delete.ExecuteAsync(actor, post.Id!.Value, post.Version, token);
}
