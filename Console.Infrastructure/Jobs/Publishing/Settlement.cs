using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>A delivery with its post and account, changed together in one transaction, by the worker or by the platform's event.</summary>
internal sealed class Settlement(Publication publication, Post post, OfficialAccount account, DateTimeOffset now)
{
    public Publication Publication => publication;

    public Post Post => post;

    public OfficialAccount Account => account;

    /// <summary>Loads what the delivery concerns.</summary>
    public static async Task<Settlement> LoadAsync(WorkStep step, Publication publication)
    {
        var post = await step.Db.Posts.SingleAsync(row => row.Id == publication.PostId, step.Token);
        var account = await step.Db.Accounts.SingleAsync(row => row.Id == publication.AccountId, step.Token);
        return new(publication, post, account, step.Now);
    }

    /// <summary>The hand-over got no answer; <paramref name="reason"/> is the key of why.</summary>
    public void LoseAnswer(string reason)
    {
        publication.End(PublicationStepName.Submit, StepState.Unknown, now);
        publication.Note(Sighting.Of(SightingPlace.Submission, Sight.NoAnswer, now, reason));
    }

    /// <summary>A worker that died at the hand-over left its intent behind: the platform may or may not have been asked.</summary>
    public void NoteBrokenOff()
    {
        if (publication is { JobId: null } && publication.Last(PublicationStepName.Submit) is { State: StepState.Started }) LoseAnswer("outcome-broken-off");
    }

    /// <summary>Keeps what a look has seen; citizens have it when it was found.</summary>
    public bool Apply(LookupResult seen)
    {
        foreach (var evidence in seen.Evidence) publication.Note(evidence);
        if (seen.IsFound) Succeed(seen.ArticleId, seen.Urls ?? []);
        return seen.IsFound;
    }

    /// <summary>Citizens have it.</summary>
    public void Succeed(string? articleId, IReadOnlyList<string> urls)
    {
        if (publication.Status == PublicationStatus.Published)
        {
            // The push's event brings the addresses after a look-up already told the success.
            if (publication.ArticleUrls.Count == 0 && urls.Count > 0) publication.Succeed(articleId, urls, publication.FinishedAt ?? now);
            return;
        }

        if (publication.Last(PublicationStepName.Submit) is { State: not StepState.Done }) publication.End(PublicationStepName.Submit, StepState.Done, now, publication.JobId);
        if (publication.Last(PublicationStepName.AwaitResult) is null) publication.Begin(PublicationStepName.AwaitResult, now);
        publication.End(PublicationStepName.AwaitResult, StepState.Done, now, articleId ?? publication.JobId);
        publication.Begin(PublicationStepName.Finish, now);
        publication.End(PublicationStepName.Finish, StepState.Done, now, articleId);
        publication.Succeed(articleId, urls, now);
        post.NotePublished(now, now);
        account.NotePublished(now);
    }

    /// <summary>Certainly not sent.</summary>
    public void Fail(Trouble trouble)
    {
        if (publication.Status is PublicationStatus.Published or PublicationStatus.Failed) return;
        publication.Fail(trouble, now);
        post.NoteFailed(trouble, now);
    }

    /// <summary>Nobody knows; the engine goes on looking, never sending.</summary>
    public void LoseTrack(Trouble trouble, DateTimeOffset? lookAgainAt)
    {
        if (publication.Status is PublicationStatus.Published or PublicationStatus.Failed) return;
        publication.LoseTrack(trouble, lookAgainAt);
        if (post.Status != PostStatus.Unconfirmed) post.NoteUnconfirmed(trouble, now);
    }

    /// <summary>The account's administrator has half an hour.</summary>
    public void AwaitAdmin(Trouble trouble, DateTimeOffset lookAgainAt)
    {
        publication.AwaitAdmin(trouble, lookAgainAt);
        if (post.Status != PostStatus.AwaitingAdmin) post.NoteAwaitingAdmin(trouble, now);
    }

    /// <summary>
    /// The account must be set right first: it shows on the account's page, its keepers are told once, and the delivery waits. A passed live test
    /// lets it go on.
    /// </summary>
    public void Park(PlatformError error)
    {
        if (WeixinErrors.Find(error).Check is { } check) account.NoteTrouble(AccountProbe.CheckOf(check, error), now);
        Hold(Troubles.Refused(error));
    }

    /// <summary>The account's administrator refused or did not answer: certainly not sent, the slot is free, the approval stays.</summary>
    public void GiveBack(Trouble trouble)
    {
        if (publication.Status is PublicationStatus.Published or PublicationStatus.Failed) return;
        if (publication.Last(PublicationStepName.AwaitResult) is { State: StepState.Started }) publication.End(PublicationStepName.AwaitResult, StepState.Failed, now, publication.JobId);
        if (publication.Last(PublicationStepName.Submit) is { State: not StepState.Failed } handedOver)
            publication.End(PublicationStepName.Submit, StepState.Failed, now, publication.JobId, handedOver.ErrorCode);
        publication.GiveBack(trouble);
        post.NoteNotConfirmed(trouble, now);
    }

    /// <summary>Too late, or no longer wanted: a person decides.</summary>
    public void Hold(Trouble trouble)
    {
        publication.Hold(trouble);
        if (post.Status is PostStatus.Scheduled or PostStatus.Publishing) post.NoteHeld(trouble, now);
    }

    /// <summary>A publish job's state; false while it is still running.</summary>
    public bool Apply(int publishStatus, string? articleId, IReadOnlyList<string> urls)
    {
        switch (publishStatus)
        {
            case 1:
                return false;
            case 0 or 5 or 6:
                Succeed(articleId, urls);
                return true;
            default:
                if (publication.Last(PublicationStepName.AwaitResult) is { State: StepState.Started })
                    publication.End(PublicationStepName.AwaitResult, StepState.Failed, now, publication.JobId);
                Fail(Troubles.PublishResult(publishStatus is 2 or 3 or 4 ? publishStatus : 3));
                return true;
        }
    }

    /// <summary>A push's end.</summary>
    public void Apply(MassFinished finished)
    {
        if (finished.Succeeded)
        {
            Succeed(null, finished.Urls);
            return;
        }

        if (AdminConfirmation.IsAnswer(finished))
        {
            GiveBack(Troubles.MassResult(finished.ErrorNumber));
            return;
        }

        if (publication.Last(PublicationStepName.AwaitResult) is { State: StepState.Started })
            publication.End(PublicationStepName.AwaitResult, StepState.Failed, now, publication.JobId, finished.ErrorNumber);
        Fail(Troubles.MassResult(finished.ErrorNumber));
    }
}
