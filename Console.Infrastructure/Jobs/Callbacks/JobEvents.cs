using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Callbacks;

/// <summary>Hands the platform's "job finished" events to the deliveries they are about.</summary>
internal static class JobEvents
{
    /// <summary>Applies the event inside the transaction that keeps its receipt; other events change nothing.</summary>
    public static async Task ApplyAsync(WorkStep step, Guid accountId, CallbackMessage message)
    {
        if (PublishFinished.From(message) is { } published)
        {
            if (await FindAsync(step, accountId, published.PublishId) is { } publication)
                (await Settlement.LoadAsync(step, publication)).Apply(published.Status, published.ArticleId, published.Urls);
            else
                await PromptAsync(step, accountId);
        }
        else if (MassFinished.From(message) is { } sent)
        {
            var publication = await FindAsync(step, accountId, sent.MsgId) ?? await OnlyPushInDoubtAsync(step, accountId);
            if (publication is null)
            {
                await OutsideSends.NoteAsync(step, accountId, sent, message.CreatedAt);
                return;
            }

            publication.NoteJob(sent.MsgId, null);
            (await Settlement.LoadAsync(step, publication)).Apply(sent);
        }
    }

    private static Task<Publication?> FindAsync(WorkStep step, Guid accountId, string jobId) =>
        step.Db.Publications.SingleOrDefaultAsync(row => row.AccountId == accountId && row.JobId == jobId, step.Token);

    // The number of a lost submission is not known, so its event cannot be matched; the lists can, right now.
    private static async Task PromptAsync(WorkStep step, Guid accountId)
    {
        foreach (var publication in await InDoubtAsync(step, accountId, Channel.Publish))
        {
            if (publication.LeaseToken is null) publication.Later(step.Now);
        }
    }

    // An account has one push at a time; when its number is not known, the event can mean no other.
    private static async Task<Publication?> OnlyPushInDoubtAsync(WorkStep step, Guid accountId) =>
        await InDoubtAsync(step, accountId, Channel.MassSend) is [var only] ? only : null;

    internal static async Task<List<Publication>> InDoubtAsync(WorkStep step, Guid accountId, Channel channel)
    {
        var open = await step.Db.Publications
            .Where(row => row.AccountId == accountId && row.Channel == channel && row.JobId == null
                && (row.Status == PublicationStatus.Publishing || row.Status == PublicationStatus.Unconfirmed || row.Status == PublicationStatus.AwaitingAdmin))
            .ToListAsync(step.Token);
        return open.FindAll(row => row.Steps.Any(taken => taken is { Name: PublicationStepName.Submit, State: StepState.Started or StepState.Unknown }));
    }
}
