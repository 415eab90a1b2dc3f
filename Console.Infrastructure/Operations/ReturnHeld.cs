using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>Takes the slot of a held post away (退回排期): its approval stays, somebody gives it another time.</summary>
public sealed class ReturnHeld(Work work)
{
    /// <summary>Returns; also while sending is stopped.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid postId, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await HeldStep.FindAsync(step, postId);
            if (!found.Succeeded)
            {
                return found;
            }

            var returned = found.Value.Unschedule(step.Actor.PersonId, step.Now);
            if (returned.Succeeded)
            {
                await step.ShelveAsync(found.Value, "unscheduled");
            }

            return returned;
        }, token);
}
