using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews.Remarks;

/// <summary>What the acts on remarks load.</summary>
internal static class RemarkSteps
{
    /// <summary>Remarks of a post that wait; the post is locked first, so that none is opened between counting and deciding.</summary>
    public static async Task<int> WaitingRemarksAsync(this WorkStep step, Guid postId)
    {
        await step.LockPostAsync(postId);
        return await step.Db.Remarks.CountAsync(remark => remark.PostId == postId && remark.State != RemarkState.Settled, step.Token);
    }

    /// <summary>The post with what the person is to it.</summary>
    public static async Task<Result<(Post Post, RemarkVoice Voice)>> PostWithVoiceAsync(this WorkStep step, Guid postId)
    {
        var found = await step.FindAsync(step.WithReview(), postId, Permission.View);
        return found.Succeeded
            ? (found.Value, RemarkVoice.Of(found.Value, step.Actor, await step.LineageAsync(found.Value.AgencyId)))
            : Result<(Post, RemarkVoice)>.Refuse(found.Errors);
    }

    /// <summary>Does something with a remark of a post; the remark is found within the post only.</summary>
    public static async Task<Result<Guid>> WithRemarkAsync(this WorkStep step, Guid postId, Guid remarkId, Func<Remark, RemarkVoice, int, Result> act)
    {
        var found = await step.PostWithVoiceAsync(postId);
        if (!found.Succeeded)
        {
            return Result<Guid>.Refuse(found.Errors);
        }

        var (post, voice) = found.Value;
        if (!voice.Speaks)
        {
            return Error.Forbidden;
        }

        // One after another: each line has its number, and each decides on what the one before left.
        await step.LockPostAsync(postId);
        if (await step.Db.Remarks.SingleOrDefaultAsync(remark => remark.PostId == postId && remark.Id == remarkId, step.Token) is not { } remark)
        {
            return Error.NotFound;
        }

        var done = act(remark, voice, post.RevisionNumber);
        if (!done.Succeeded)
        {
            return Result<Guid>.Refuse(done.Errors);
        }

        // An answer leaves the remark's own row as it is; whoever shows it is told all the same.
        step.Signal(new Change(ChangeKind.Post, postId, post.AgencyId));
        return remark.Id;
    }
}
