using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>Changes an account's details, credentials or owner.</summary>
public sealed class ChangeAccount(Work work, SecretSealer sealer)
{
    private static readonly PostStatus[] _underWay =
    [
        PostStatus.InReview, PostStatus.Approved, PostStatus.Scheduled, PostStatus.Publishing, PostStatus.AwaitingAdmin, PostStatus.Unconfirmed,
    ];

    /// <summary>Stores the change; absent secrets keep the stored ones. Another agency takes over the account's posts and conversations too.</summary>
    /// <param name="actor">Who changes.</param>
    /// <param name="id">The account.</param>
    /// <param name="version">The version the person saw.</param>
    /// <param name="input">What was filled in.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Result> ExecuteAsync(Actor actor, Guid id, uint? version, AccountInput input, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Accounts, id, Permission.ManageAccounts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            var account = found.Value;
            var moves = input.AgencyId != account.AgencyId;
            if (moves && await MoveRefusalAsync(step, id, input.AgencyId) is { } refusal)
            {
                return refusal;
            }

            var changed = account.Change(input.AgencyId, input.Details, input.Secrets, input.Seal(sealer), step.Actor.Id, step.Now);
            if (changed.Succeeded && moves)
            {
                await MoveAsync(step, id, input.AgencyId);
            }

            return changed;
        }, token);

    private static async Task<Error?> MoveRefusalAsync(WorkStep step, Guid id, Guid agencyId)
    {
        if (!await step.Db.Agencies.AnyAsync(agency => agency.Id == agencyId, step.Token))
        {
            return AccountErrors.UnknownAgency;
        }

        if (!await step.CanAsync(Permission.ManageAccounts, agencyId))
        {
            return Error.Forbidden;
        }

        await step.LockAccountAsync(id);
        return await step.Db.Posts.AnyAsync(post => post.AccountId == id && _underWay.Contains(post.Status), step.Token) ? AccountErrors.PostsUnderWay : null;
    }

    // Every scoped row carries its agency (docs/decisions/0004), so what belongs to the account goes with it.
    private static async Task MoveAsync(WorkStep step, Guid id, Guid to)
    {
        var db = step.Db;
        await db.Revisions.Where(row => db.Posts.Any(post => post.Id == row.PostId && post.AccountId == id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AgencyId, to), step.Token);
        await db.Set<Evidence.SentenceRow>().Where(row => db.Posts.Any(post => post.Id == row.PostId && post.AccountId == id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AgencyId, to), step.Token);
        await db.History.Where(row => db.Posts.Any(post => post.Id == row.PostId && post.AccountId == id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AgencyId, to), step.Token);
        await db.Reviews.Where(row => db.Posts.Any(post => post.Id == row.PostId && post.AccountId == id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AgencyId, to), step.Token);
        await db.Publications.Where(row => row.AccountId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.AgencyId, to), step.Token);
        await db.Messages.Where(row => row.AccountId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.AgencyId, to), step.Token);
        await db.Threads.Where(row => row.AccountId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.AgencyId, to), step.Token);
        await db.Posts.Where(row => row.AccountId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.AgencyId, to), step.Token);
    }
}
