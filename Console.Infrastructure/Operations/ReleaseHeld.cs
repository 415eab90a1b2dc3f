using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>What became of one post that was to be released.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Refused">Why it stays held; null when it is on its way.</param>
public sealed record Released(Guid PostId, Error? Refused);

/// <summary>Lets held posts go out now, one by one or together.</summary>
public sealed class ReleaseHeld(Work work)
{
    /// <summary>Most posts of one call.</summary>
    public const int Most = 500;

    /// <summary>Releases each in a transaction of its own: one that may not go keeps no other back.</summary>
    /// <param name="actor">Who decides; must hold a role that gives slots, or operate the matrix.</param>
    /// <param name="postIds">Which; null for every held post the actor may decide about, the earliest slots first.</param>
    /// <param name="token">Ends the work early.</param>
    public async Task<Result<IReadOnlyList<Released>>> ExecuteAsync(Actor actor, IReadOnlyList<Guid>? postIds, CancellationToken token)
    {
        var chosen = await work.RunAsync<List<Guid>>(actor, async step => await ChooseAsync(step, postIds), token);
        if (!chosen.Succeeded)
        {
            return Result<IReadOnlyList<Released>>.Refuse(chosen.Errors);
        }

        var released = new List<Released>();
        foreach (var id in chosen.Value)
        {
            var done = await work.RunAsync(actor, step => ReleaseAsync(step, id), token);
            released.Add(new Released(id, done.Succeeded ? null : done.Error));
        }

        return released;
    }

    private static async Task<Result<List<Guid>>> ChooseAsync(WorkStep step, IReadOnlyList<Guid>? postIds)
    {
        if (!HeldPosts.Deciding.Any(step.Actor.CanSomewhere))
        {
            return Error.Forbidden;
        }

        if (await step.WhyNotSendAsync() is { } closed)
        {
            return closed;
        }

        if (postIds is not null)
        {
            return postIds.Count > Most ? Error.NotAccepted("postIds") : postIds.Distinct().ToList();
        }

        var roots = HeldPosts.Deciding.SelectMany(step.Actor.RootsWith).Distinct().ToArray();
        return await HeldPosts.Waiting(step.Db)
            .Where(row => step.Db.AgencyLineage.Any(line => line.AgencyId == row.AgencyId && roots.Contains(line.AncestorId)))
            .OrderBy(row => row.DueAt).ThenBy(row => row.PostId).Select(row => row.PostId).Take(Most).ToListAsync(step.Token);
    }

    private static async Task<Result> ReleaseAsync(WorkStep step, Guid id)
    {
        var found = await HeldStep.FindAsync(step, id);
        if (!found.Succeeded)
        {
            return found;
        }

        if (await step.WhyNotSendAsync() is { } closed)
        {
            return closed;
        }

        var post = found.Value;
        var released = post.Release(await step.AccountOfAsync(post), await step.TakenAsync(post), step.Actor.PersonId, step.Now);
        if (!released.Succeeded)
        {
            return released;
        }

        if (await step.ExpiredPicturesAsync(await step.NewestRevisionAsync(post), post.PublishAt!.Value) is { } expired)
        {
            return expired;
        }

        await step.PlanDeliveryAsync(post);
        return Result.Success;
    }
}
