using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Sweeping;

/// <summary>
/// Finds what nobody waits for (rules.md B, F7, F8). What can be put right without sending is put right; the rest is shown, and a person is told
/// of it once. The sweeper calls no platform.
/// </summary>
public sealed class Sweeper(Work work)
{
    private const string Name = "sweeper";
    private const int Batch = 200;

    /// <summary>Sweeps once; answers how many things were newly found.</summary>
    public async Task<int> SweepAsync(CancellationToken token)
    {
        var found = await work.AsSystemAsync<int>(Name, async step =>
        {
            var met = new List<Found>();
            await LeasesAsync(step, met);
            await StalledAsync(step, met);
            await DeliveriesAsync(step, met);
            await SlotsAsync(step, met);
            met.AddRange((await SweepQuestions.AdminOverdue(step.Db, step.Now).Take(Batch).ToListAsync(step.Token)).Select(row => Of(SweepKind.AdminOverdue, row, false)));
            met.AddRange((await SweepQuestions.LongUnconfirmed(step.Db, step.Now).Take(Batch).ToListAsync(step.Token))
                .Select(post => new Found(SweepKind.LongUnconfirmed, post.Id, post.AgencyId, post.StatusSince, false)));
            if (await step.WhyNotSendAsync() is null)
            {
                met.AddRange((await SweepQuestions.Overdue(step.Db, step.Now).Take(Batch).ToListAsync(step.Token)).Select(row => Of(SweepKind.Overdue, row, false)));
            }

            return await NoteAsync(step, met);
        }, token);
        // Somebody changed one of them in the same moment, or another node was quicker: the next sweep sees what is left.
        return found.Succeeded ? found.Value : 0;
    }

    // Given back, so that any node takes it up again; the old worker's token is worthless from now on.
    private static async Task LeasesAsync(WorkStep step, List<Found> met)
    {
        foreach (var row in await SweepQuestions.LeaseExpired(step.Db, step.Now).Take(Batch).ToListAsync(step.Token))
        {
            met.Add(Of(SweepKind.LeaseExpired, row, true));
            row.Later(row.NextAttemptAt ?? step.Now);
        }
    }

    // What may have been sent is only looked after; what certainly was not waits for a person.
    private static async Task StalledAsync(WorkStep step, List<Found> met)
    {
        foreach (var row in await SweepQuestions.Stalled(step.Db).Take(Batch).ToListAsync(step.Token))
        {
            met.Add(Of(row.Status == PublicationStatus.AwaitingAdmin ? SweepKind.AdminOverdue : SweepKind.NoDelivery, row, true));
            var settlement = await Settlement.LoadAsync(step, row);
            if (row.JobId is not null || row.Status == PublicationStatus.AwaitingAdmin) row.Later(step.Now);
            else if (row.Steps.Any(taken => taken is { Name: PublicationStepName.Submit, State: StepState.Started or StepState.Unknown })) settlement.LoseTrack(Troubles.DeliveryLost, step.Now);
            else settlement.Hold(Troubles.DeliveryLost);
        }
    }

    // By what is known: a delivery that ended tells how. Without any, citizens may have the post: a person looks.
    private static async Task DeliveriesAsync(WorkStep step, List<Found> met)
    {
        foreach (var post in await SweepQuestions.NoDelivery(step.Db, step.Now).Take(Batch).ToListAsync(step.Token))
        {
            met.Add(new Found(SweepKind.NoDelivery, post.Id, post.AgencyId, post.StatusSince, true));
            var last = await step.Db.Publications.Where(row => row.PostId == post.Id && row.Revision == post.RevisionNumber).OrderByDescending(row => row.Id).FirstOrDefaultAsync(step.Token);
            if (last is { Status: PublicationStatus.Published, FinishedAt: { } at }) post.NotePublished(at, step.Now);
            else if (last is { Status: PublicationStatus.Failed, Trouble: { } trouble }) post.NoteFailed(trouble, step.Now);
            else post.NoteUnconfirmed(Troubles.DeliveryLost, step.Now);
        }
    }

    // A scheduled post was never taken up, so nothing of it was sent. A slot that passed too long ago is asked about by the lane.
    private static async Task SlotsAsync(WorkStep step, List<Found> met)
    {
        foreach (var post in await SweepQuestions.NotPlanned(step.Db, step.Now).Take(Batch).ToListAsync(step.Token))
        {
            met.Add(new Found(SweepKind.NotPlanned, post.Id, post.AgencyId, post.StatusSince, true));
            step.Db.Publications.Add(new Publication(post, post.PublishAt!.Value, step.Now));
        }
    }

    private static async Task<int> NoteAsync(WorkStep step, List<Found> met)
    {
        var open = await step.Db.SweepFindings.Where(row => row.EndedAt == null).ToListAsync(step.Token);
        var fresh = 0;
        foreach (var found in met.DistinctBy(row => (row.Kind, row.PostId)))
        {
            if (open.Find(row => row.Kind == found.Kind && row.PostId == found.PostId) is { } known)
            {
                if (found.PutRight) known.PutRight(step.Now);
                else known.Meet(step.Now);
                continue;
            }

            fresh++;
            var finding = new SweepFinding(found.Kind, found.PostId, found.AgencyId, found.Since, step.Now);
            step.Db.SweepFindings.Add(finding);
            if (found.PutRight)
            {
                finding.PutRight(step.Now);
                step.Record(new DomainEvent("sweepPutRight", "post", found.PostId, found.AgencyId, null, step.Now, found.Kind.ToString()));
            }
            else
            {
                await TellAsync(step, found);
            }
        }

        foreach (var gone in open.Where(row => row.SeenAt < step.Now && row.EndedAt == null && !met.Exists(found => found.Kind == row.Kind && found.PostId == row.PostId))) gone.End(step.Now);
        return fresh;
    }

    // Once for the same thing: found again after it had gone for a moment, it is no news.
    private static async Task TellAsync(WorkStep step, Found found)
    {
        var cause = NoticeRules.Overlooked(found.Kind, found.PostId, found.AgencyId, found.Since, step.Now);
        if (!await step.Db.NoticeCauses.AnyAsync(row => row.Key == cause.Key, step.Token)) step.Db.NoticeCauses.Add(cause);
    }

    private static Found Of(SweepKind kind, Publication row, bool putRight) =>
        new(kind, row.PostId, row.AgencyId, kind == SweepKind.LeaseExpired ? row.LeaseUntil!.Value : row.DueAt, putRight);

    private sealed record Found(SweepKind Kind, Guid PostId, Guid AgencyId, DateTimeOffset Since, bool PutRight);
}
