using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews.Remarks;

/// <summary>What somebody wants to say about which words.</summary>
/// <param name="Revision">Number of the revision that was read.</param>
/// <param name="Article">The article, from 0.</param>
/// <param name="Field">The part of it.</param>
/// <param name="Quote">The words, as they are read.</param>
/// <param name="Offset">Where they begin in the text of the field; tells two equal places apart.</param>
/// <param name="Text">What is said.</param>
public sealed record NewRemark(int Revision, int Article, RemarkField Field, string? Quote, int? Offset, string? Text);

/// <summary>Opens a remark on a passage of a post that citizens do not have yet.</summary>
public sealed class OpenRemark(Work work)
{
    /// <summary>Opens it; the value is the remark. An older revision than the newest is accepted: words typed meanwhile are not lost.</summary>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, Guid postId, NewRemark wish, CancellationToken token) =>
        work.RunAsync<Guid>(actor, async step =>
        {
            var found = await step.PostWithVoiceAsync(postId);
            if (!found.Succeeded)
            {
                return Result<Guid>.Refuse(found.Errors);
            }

            var (post, voice) = found.Value;
            if (!voice.Speaks)
            {
                return Error.Forbidden;
            }

            if (PostTransitions.Sent.Contains(post.Status))
            {
                return PostErrors.AlreadySent;
            }

            var revision = await step.Db.Revisions.AsNoTracking().SingleOrDefaultAsync(row => row.PostId == postId && row.Number == wish.Revision, step.Token);
            if (revision is null)
            {
                return RemarkErrors.RevisionUnknown;
            }

            var passage = Passage.Take(revision.Content.Articles, wish.Article, wish.Field, wish.Quote, wish.Offset);
            if (!passage.Succeeded)
            {
                return Result<Guid>.Refuse(passage.Errors);
            }

            await step.LockPostAsync(postId);
            var number = (await step.Db.Remarks.Where(remark => remark.PostId == postId).MaxAsync(remark => (int?)remark.Number, step.Token) ?? 0) + 1;
            return Remark.Open(post.AgencyId, postId, number, wish.Revision, passage.Value, wish.Text, voice.PersonId, step.Now).Map(remark =>
            {
                step.Db.Remarks.Add(remark);
                return remark.Id;
            });
        }, token);
}
