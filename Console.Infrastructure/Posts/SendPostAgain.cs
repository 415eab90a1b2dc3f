using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>
/// Sends again what a person is sure did not go out. The platform's lists are asked once more first: found there, the post is published and
/// nothing is sent; not readable, nothing is sent either.
/// </summary>
public sealed class SendPostAgain(Work work, PublicationLookup lookup)
{
    /// <summary>Looks, then gives the post this moment as its slot.</summary>
    /// <param name="actor">Who looked at the account.</param>
    /// <param name="postId">The post.</param>
    /// <param name="reason">What was seen; kept in the history.</param>
    /// <param name="version">The version the person saw.</param>
    /// <param name="token">Ends the work early.</param>
    /// <returns>The post: scheduled for now, or published when the lists showed it after all.</returns>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, string? reason, uint? version, CancellationToken token)
    {
        var asked = await work.RunAsync<LookupQuestion>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts, postId, Permission.PublishPosts, version);
            if (!found.Succeeded) return Result<LookupQuestion>.Refuse(found.Errors);
            if (found.Value.CheckSendAgain(reason) is { Succeeded: false } refused) return Result<LookupQuestion>.Refuse(refused.Errors);
            return await QuestionAsync(step, found.Value, await DeliveryAsync(step, postId));
        }, token);
        if (!asked.Succeeded) return Result<PostVersion>.Refuse(asked.Errors);
        var seen = await lookup.AskAsync(asked.Value, Asker.Person, token);

        // What was seen is kept whether or not it allows sending; a refusal of the whole would roll it back.
        var done = await work.RunAsync<(Post Post, bool Readable)>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts, postId, Permission.PublishPosts);
            if (!found.Succeeded) return Result<(Post, bool)>.Refuse(found.Errors);
            var (post, delivery) = (found.Value, await DeliveryAsync(step, postId));
            if (post.CheckSendAgain(reason) is { Succeeded: false } late) return Result<(Post, bool)>.Refuse(late.Errors);
            if ((await Settlement.LoadAsync(step, delivery)).Apply(seen)) return (post, true);
            if (asked.Value.IsListed && seen.Saw(SightingPlace.PublishedList) != Sight.Absent) return (post, false);

            delivery.Note(Sighting.Of(SightingPlace.Person, Sight.Absent, step.Now, reason!.Trim()));
            var sent = post.SendAgain(await step.AccountOfAsync(post), await step.TakenAsync(post), reason.Trim(), step.Actor.PersonId, step.Now);
            if (!sent.Succeeded) return Result<(Post, bool)>.Refuse(sent.Errors);
            if (await step.ExpiredPicturesAsync(await step.NewestRevisionAsync(post), post.PublishAt!.Value) is { } expired) return expired;
            delivery.SendAgain(post.PublishAt!.Value, draftRemains: seen.Saw(SightingPlace.DraftBox) != Sight.Absent);
            return (post, true);
        }, token);
        return done is { Succeeded: true, Value.Readable: false } ? PlatformRefusals.ListsUnreadable : done.Map(value => PostVersion.Of(value.Post));
    }

    private static Task<Publication> DeliveryAsync(WorkStep step, Guid postId) =>
        step.Db.Publications.Where(row => row.PostId == postId).OrderByDescending(row => row.Id).FirstAsync(step.Token);

    private static async Task<LookupQuestion> QuestionAsync(WorkStep step, Post post, Publication delivery)
    {
        var revision = await step.Db.Revisions.AsNoTracking().SingleAsync(row => row.PostId == post.Id && row.Number == delivery.Revision, step.Token);
        var account = await step.AccountOfAsync(post);
        return new(
            delivery.Id, post.AccountId, new WeixinAccount(account.AppId), delivery.DraftMediaId, [.. revision.Content.Articles.Select(article => article.Title)],
            delivery.Steps.FirstOrDefault(taken => taken.Name == PublicationStepName.CreateDraft)?.At ?? delivery.CreatedAt, post.Channel == Channel.Publish);
    }
}
