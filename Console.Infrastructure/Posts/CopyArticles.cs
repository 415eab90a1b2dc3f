using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>What came of copying.</summary>
/// <param name="Post">Identity and version of the post that got the articles.</param>
/// <param name="Articles">The articles that were put behind its own, with what stayed behind.</param>
public sealed record CopiedArticles(PostVersion Post, IReadOnlyList<CopiedArticle> Articles);

/// <summary>Puts articles of one post behind those of another. Like any change of content: whoever copies is a contributor, approvals are void.</summary>
public sealed class CopyArticles(Work work, CheckGate gate)
{
    /// <summary>Copies.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="postId">The post that gets the articles.</param>
    /// <param name="version">The version the writer saw; null when copying may meet newer words, since it only adds.</param>
    /// <param name="fromId">The post they are taken from, within the actor's scope.</param>
    /// <param name="numbers">Places there, from 1, in the wanted order; null for all.</param>
    /// <param name="token">Ends the work early.</param>
    public async Task<Result<CopiedArticles>> ExecuteAsync(Actor actor, Guid postId, uint? version, Guid fromId, IReadOnlyList<int>? numbers, CancellationToken token)
    {
        IReadOnlyList<CopiedArticle> taken = [];
        var saved = await work.RunAsync<Post>(actor, async step =>
        {
            await step.LockPostAsync(postId);
            var found = await step.FindAsync(step.WithReview(), postId, Permission.WritePosts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            var post = found.Value;
            if (!PostTransitions.Allow(PostAction.Edit, post.Status))
            {
                return PostErrors.WrongState(PostAction.Edit, post.Status);
            }

            if (await step.Db.Posts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == fromId, step.Token) is not { } source)
            {
                return PostErrors.UnknownSource;
            }

            var offered = await step.Db.CopiesAsync((await step.NewestRevisionAsync(source)).Content, post.AgencyId, step.Now, step.Token);
            var wanted = numbers ?? [.. offered.Select(article => article.Number)];
            if (wanted.Count == 0 || wanted.Any(number => number < 1 || number > offered.Count))
            {
                return Error.NotAccepted("articles");
            }

            taken = [.. wanted.Select(number => offered[number - 1])];
            var current = (await step.NewestRevisionAsync(post)).Content;
            var draft = new PostDraft(post.AccountId, current.Channel, post.PlannedAt, [.. current.Articles, .. taken.Select(article => article.Article)]) { Window = current.Window };
            return await gate.StoreAsync(step, post, draft, SaveMode.Autosave);
        }, token);
        return saved.Map(post => new CopiedArticles(PostVersion.Of(post), taken));
    }
}
