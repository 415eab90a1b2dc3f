using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Planning;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>What the acts on posts load besides the post itself.</summary>
internal static class PostLoading
{
    /// <summary>Posts with the review they stand in.</summary>
    public static IQueryable<Post> WithReview(this WorkStep step) => step.Db.Posts.Include(post => post.Review).AsSplitQuery();

    /// <summary>The newest revision of a post.</summary>
    public static Task<Revision> NewestRevisionAsync(this WorkStep step, Post post) =>
        step.Db.Revisions.SingleAsync(revision => revision.PostId == post.Id && revision.Number == post.RevisionNumber, step.Token);

    /// <summary>The account a post is for.</summary>
    public static Task<OfficialAccount> AccountOfAsync(this WorkStep step, Post post) =>
        step.Db.Accounts.SingleAsync(account => account.Id == post.AccountId, step.Token);

    /// <summary>Times of the account's other mass sends that use up quota. Locks the account first, so that two callers cannot both take the last slot.</summary>
    public static async Task<IReadOnlyCollection<DateTimeOffset>> TakenAsync(this WorkStep step, Post post)
    {
        if (post.Channel != Channel.MassSend)
        {
            return [];
        }

        await step.LockAccountAsync(post.AccountId);
        var account = await step.AccountOfAsync(post);
        return PushLedger.Times(await PushLedger.ReadAsync(step.Db, [post.AccountId], step.Now - PushLedger.Back, post.Id, step.Token), account.Quota);
    }

    /// <summary>Deliveries of a post that have not been sent lose their slot.</summary>
    public static async Task ShelveAsync(this WorkStep step, Post post, string reasonCode)
    {
        var waiting = await step.Db.Publications
            .Where(publication => publication.PostId == post.Id && publication.Status == PublicationStatus.Waiting)
            .ToListAsync(step.Token);
        foreach (var publication in waiting)
        {
            publication.Shelve(reasonCode);
        }
    }

    /// <summary>Plans the delivery of the approved revision for its slot; one row per revision, account and channel.</summary>
    public static async Task PlanDeliveryAsync(this WorkStep step, Post post)
    {
        var planned = await step.Db.Publications.SingleOrDefaultAsync(
            publication => publication.PostId == post.Id && publication.Revision == post.RevisionNumber
                && publication.AccountId == post.AccountId && publication.Channel == post.Channel,
            step.Token);
        if (planned is null)
        {
            step.Db.Publications.Add(new Publication(post, post.PublishAt!.Value, step.Now));
        }
        else
        {
            planned.Replan(post.PublishAt!.Value);
        }
    }
}
