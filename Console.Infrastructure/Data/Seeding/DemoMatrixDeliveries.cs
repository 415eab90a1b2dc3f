using System.Globalization;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

/// <summary>Gives approved posts their slots and tells how their deliveries went: done, refused, waiting for the administrator, unknown.</summary>
internal sealed class DemoMatrixDeliveries(ConsoleDb db, DemoMatrixClock clock, DemoMatrixPlaces places)
{
    private static readonly TimeSpan _adminHas = TimeSpan.FromMinutes(30);

    /// <summary>Goes on where the reviews ended.</summary>
    public void Add(DemoPost planned, Post post, OfficialAccount account)
    {
        if (planned.ScheduledAt is not { } scheduledWords || planned.PlannedAt is not { } plannedWords)
        {
            return;
        }

        var (scheduledAt, dueAt) = (clock.At(scheduledWords), clock.At(plannedWords));
        DemoMatrix.Require(post.Schedule(account, dueAt, [], places.People[planned.Author].Id, scheduledAt), planned.Key);
        var publication = new Publication(post, dueAt, scheduledAt);
        db.Publications.Add(publication);
        if (planned.State == PostStatus.Scheduled)
        {
            return;
        }

        var at = dueAt.AddSeconds(1);
        post.BeginPublishing(at);
        Step(publication, PublicationStepName.VerifyContent, at);
        if (planned.PlatformError is { } code)
        {
            publication.Begin(PublicationStepName.PrepareMedia, at.AddSeconds(1));
            publication.End(PublicationStepName.PrepareMedia, StepState.Failed, at.AddSeconds(3), errorCode: code);
            var trouble = new Trouble(WeixinErrors.Find(code).TextKey, [code.ToString(CultureInfo.InvariantCulture), "refused", "-"], code);
            publication.Fail(trouble, at.AddSeconds(3));
            post.NoteFailed(trouble, at.AddSeconds(3));
            return;
        }

        Step(publication, PublicationStepName.PrepareMedia, at.AddSeconds(2));
        var draft = "demo-" + DemoMatrixIds.Secret("draft " + planned.Key, 40);
        Step(publication, PublicationStepName.CreateDraft, at.AddSeconds(4), draft);
        publication.NoteDraft(draft);
        Send(planned, post, account, publication, at.AddSeconds(5));
    }

    private void Send(DemoPost planned, Post post, OfficialAccount account, Publication publication, DateTimeOffset at)
    {
        publication.Begin(PublicationStepName.Submit, at);
        if (planned.State == PostStatus.Unconfirmed)
        {
            publication.End(PublicationStepName.Submit, StepState.Unknown, at.AddSeconds(15));
            var trouble = new Trouble("outcome-timeout", []);
            publication.LoseTrack(trouble, lookAgainAt: null);
            post.NoteUnconfirmed(trouble, at.AddSeconds(15));
            return;
        }

        var job = "9" + string.Concat(DemoMatrixIds.Secret("job " + planned.Key, 9).Select(character => (char)('0' + (character % 10))));
        publication.End(PublicationStepName.Submit, StepState.Done, at.AddSeconds(1), job);
        publication.NoteJob(job, planned.Channel == Channel.MassSend ? job + "1" : null);
        publication.Begin(PublicationStepName.AwaitResult, at.AddSeconds(1));
        if (planned.State == PostStatus.AwaitingAdmin)
        {
            var trouble = new Trouble(
                WeixinErrors.Find(WeixinErrors.AwaitingAdmin).TextKey, [WeixinErrors.AwaitingAdmin.ToString(CultureInfo.InvariantCulture), "wait admin", "-"], WeixinErrors.AwaitingAdmin);
            publication.AwaitAdmin(trouble, at + _adminHas);
            post.NoteAwaitingAdmin(trouble, at.AddSeconds(2));
            return;
        }

        var articleId = DemoMatrixIds.Secret("article " + planned.Key, 32);
        publication.End(PublicationStepName.AwaitResult, StepState.Done, at.AddSeconds(4), articleId);
        Step(publication, PublicationStepName.Finish, at.AddSeconds(4));
        publication.Succeed(articleId, [], at.AddSeconds(4));
        post.NotePublished(at.AddSeconds(3), at.AddSeconds(4));
        if (account.LastPublishedAt is not { } last || last < post.PublishedAt)
        {
            account.NotePublished(post.PublishedAt!.Value);
        }

        if (planned.RecalledAt is { } recalled)
        {
            post.NoteRecalled(planned.Reason!, places.People["zhang-min"].Id, clock.At(recalled));
        }
    }

    private static void Step(Publication publication, PublicationStepName name, DateTimeOffset at, string? platformId = null)
    {
        publication.Begin(name, at);
        publication.End(name, StepState.Done, at.AddSeconds(1), platformId);
    }
}
