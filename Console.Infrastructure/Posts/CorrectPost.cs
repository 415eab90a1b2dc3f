using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Text;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Begins a correction (更正) of a post that citizens got, or that was taken off again: a draft of its own, linked both ways.</summary>
public sealed class CorrectPost(Work work)
{
    /// <summary>Creates the draft, prefilled with what is known.</summary>
    /// <param name="actor">Who writes it.</param>
    /// <param name="postId">The post to put right.</param>
    /// <param name="reason">What was wrong; kept in both histories.</param>
    /// <param name="version">The version the person saw.</param>
    /// <param name="token">Ends the work early.</param>
    /// <returns>The new post.</returns>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, string? reason, uint? version, CancellationToken token)
    {
        var done = await work.RunAsync<Post>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts, postId, Permission.WritePosts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            var original = found.Value;
            if (!PostTransitions.Allow(PostAction.Correct, original.Status))
            {
                return PostErrors.WrongState(PostAction.Correct, original.Status);
            }

            var content = await PrefillAsync(step, original);
            if (!content.Succeeded)
            {
                return Result<Post>.Refuse(content.Errors);
            }

            var begun = original.Correct(await step.AccountOfAsync(original), content.Value, reason, step.Actor.PersonId, step.Now);
            if (!begun.Succeeded)
            {
                return Result<Post>.Refuse(begun.Errors);
            }

            step.Db.Posts.Add(begun.Value.Post);
            step.Db.Revisions.Add(begun.Value.Revision);
            return begun.Value.Post;
        }, token);
        return done.Map(PostVersion.Of);
    }

    private static async Task<Result<PostContent>> PrefillAsync(WorkStep step, Post original)
    {
        var delivery = await step.Db.Publications.AsNoTracking().Where(row => row.PostId == original.Id).OrderByDescending(row => row.Id).FirstOrDefaultAsync(step.Token);
        IReadOnlyList<string> urls = delivery?.ArticleUrls.All(ArticleVocabulary.IsPlatformArticle) == true ? delivery.ArticleUrls : [];
        // What went out can no longer be changed: the newest revision is the one that was sent.
        var articles = (await step.NewestRevisionAsync(original)).Content.Articles;
        var article = CorrectionText.Of(
            articles, urls, original.PublishedAt ?? original.StatusSince, original.Status == PostStatus.Recalled ? original.StatusSince : null);
        if (article.CoverMediaId is { } cover && !await step.Db.Media.AnyAsync(medium => medium.Id == cover, step.Token))
        {
            article = article with { CoverMediaId = null };
        }

        return await DraftContent.BuildAsync(step, original.AccountId, new PostDraft(original.AccountId, original.Channel, null, [article]));
    }
}
