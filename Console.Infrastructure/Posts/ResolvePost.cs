using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Settles an unknown outcome after a person has looked at the account: it went out, or it did not. Nothing is sent by this.</summary>
public sealed class ResolvePost(Work work)
{
    /// <summary>Settles.</summary>
    /// <param name="actor">Who looked.</param>
    /// <param name="postId">The post.</param>
    /// <param name="published">Whether citizens have it.</param>
    /// <param name="version">The version the person saw.</param>
    /// <param name="token">Ends the work early.</param>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, bool published, uint? version, CancellationToken token)
    {
        var done = await work.RunAsync<Post>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts, postId, Permission.SchedulePosts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            var post = found.Value;
            var resolved = post.Resolve(published, step.Actor.PersonId, step.Now);
            if (!resolved.Succeeded)
            {
                return Result<Post>.Refuse(resolved.Errors);
            }

            var delivery = await step.Db.Publications
                .Where(publication => publication.PostId == post.Id && publication.Status == PublicationStatus.Unconfirmed)
                .OrderByDescending(publication => publication.Id).FirstOrDefaultAsync(step.Token);
            delivery?.Note(Sighting.Of(SightingPlace.Person, published ? Sight.Present : Sight.Absent, step.Now));
            if (published)
            {
                delivery?.Succeed(null, [], step.Now);
                (await step.AccountOfAsync(post)).NotePublished(post.PublishedAt!.Value);
            }
            else
            {
                delivery?.Fail(post.Trouble!, step.Now);
            }

            return post;
        }, token);
        return done.Map(PostVersion.Of);
    }
}
