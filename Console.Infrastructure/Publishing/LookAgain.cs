using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Publishing;

/// <summary>Has a scheduled post looked at now, without waiting for the next look.</summary>
public sealed class LookAgain(Work work)
{
    /// <summary>Asks for a look; the lane takes it up within seconds.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid postId, CancellationToken token) => work.RunAsync(actor, async step =>
    {
        var found = await step.FindAsync(step.Db.Posts, postId, Permission.SchedulePosts);
        if (!found.Succeeded) return found;
        if (found.Value.Status != PostStatus.Scheduled) return PostErrors.WrongState(PostAction.Unschedule, found.Value.Status);
        if (await step.Db.Preflights.Where(row => row.PostId == postId).OrderByDescending(row => row.DueAt).FirstOrDefaultAsync(step.Token) is { } row) row.Hasten(step.Now);
        return Result.Success;
    }, token);
}
