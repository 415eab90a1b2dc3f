using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Which posts put which right, for some posts, read by one question. What was deleted as a draft does not count.</summary>
internal sealed class CorrectionChain(IReadOnlyDictionary<Guid, PostLink> originals, ILookup<Guid, PostLink> corrections)
{
    public static async Task<CorrectionChain> LoadAsync(ConsoleDb db, IReadOnlyCollection<Post> posts, CancellationToken token)
    {
        var (ids, of) = (posts.Select(post => post.Id).ToArray(), posts.Select(post => post.CorrectionOf).OfType<Guid>().ToArray());
        var rows = await db.Posts.AsNoTracking()
            .Where(post => of.Contains(post.Id) || post.CorrectionOf != null && ids.Contains(post.CorrectionOf.Value))
            .OrderBy(post => post.Id).Select(post => new { post.CorrectionOf, Link = new PostLink(post.Id, post.Title, post.Status, post.PublishedAt) }).ToListAsync(token);
        return new(
            rows.Where(row => of.Contains(row.Link.Id)).ToDictionary(row => row.Link.Id, row => row.Link),
            rows.Where(row => row.CorrectionOf is { } original && ids.Contains(original)).ToLookup(row => row.CorrectionOf!.Value, row => row.Link));
    }

    /// <summary>What the post puts right.</summary>
    public PostLink? OriginalOf(Post post) => post.CorrectionOf is { } id ? originals.GetValueOrDefault(id) : null;

    /// <summary>What puts the post right, oldest first.</summary>
    public IReadOnlyList<PostLink> Of(Post post) => [.. corrections[post.Id]];
}
