using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>What the acts on held posts load.</summary>
internal static class HeldStep
{
    /// <summary>A held post that the actor may decide about. Absent or out of scope: NotFound, before the role is looked at; then the role; then whether it is held.</summary>
    public static async Task<Result<Post>> FindAsync(WorkStep step, Guid id)
    {
        if (await step.Db.Posts.SingleOrDefaultAsync(row => row.Id == id, step.Token) is not { } post)
        {
            return Error.NotFound;
        }

        if (!HeldPosts.MayDecide(step.Actor, await step.LineageAsync(post.AgencyId)))
        {
            return Error.Forbidden;
        }

        return await HeldPosts.Waiting(step.Db).AnyAsync(row => row.PostId == id, step.Token)
            || post.Status == PostStatus.Scheduled && await HeldPosts.Stopped(step.Db, step.Now).AnyAsync(row => row.PostId == id, step.Token)
                ? post
                : OperationsErrors.NotHeld;
    }
}
