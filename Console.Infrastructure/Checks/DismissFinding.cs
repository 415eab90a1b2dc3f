using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks;

/// <summary>Keeps somebody's word that a finding is no problem in a post (这里不算问题).</summary>
public sealed class DismissFinding(Work work)
{
    /// <summary>Keeps it. Said twice of the same words, the first reason stands.</summary>
    /// <param name="actor">Who says so; writes posts of that agency.</param>
    /// <param name="postId">The post.</param>
    /// <param name="finding">What it is about.</param>
    /// <param name="reason">Why it is no problem.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, Guid postId, CheckFinding finding, string? reason, CancellationToken token) =>
        work.RunAsync<Guid>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts, postId, Permission.WritePosts);
            if (!found.Succeeded)
            {
                return Result<Guid>.Refuse(found.Errors);
            }

            if (!PostTransitions.Allow(PostAction.Edit, found.Value.Status))
            {
                return PostErrors.WrongState(PostAction.Edit, found.Value.Status);
            }

            var said = CheckDismissal.Say(found.Value, finding, reason, step.Actor.PersonId, step.Now);
            if (!said.Succeeded)
            {
                return Result<Guid>.Refuse(said.Errors);
            }

            var known = await step.Db.Set<CheckDismissal>().SingleOrDefaultAsync(row => row.PostId == postId && row.Print == said.Value.Print && row.WithdrawnAt == null, step.Token);
            if (known is null)
            {
                step.Db.Add(said.Value);
            }

            return (known ?? said.Value).Id;
        }, token);
}
