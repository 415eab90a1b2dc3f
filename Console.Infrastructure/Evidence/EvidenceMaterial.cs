using System.Text.Json;
using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;

namespace GovAccountConsole.Infrastructure.Evidence;

/// <summary>The rows a sheet is made of.</summary>
internal sealed record EvidenceMaterial(
    Post Post, IReadOnlyList<Revision> Revisions, IReadOnlyList<Review> Reviews, IReadOnlyList<Publication> Publications, IReadOnlyList<AuditEntry> Entries)
{
    private PostContent? _content;

    private int Number => Publication?.Revision ?? (Reviews is [.., var last] ? last.Revision : Post.RevisionNumber);

    /// <summary>The newest delivery; null when there is none.</summary>
    public Publication? Publication => Publications is [.., var last] ? last : null;

    /// <summary>The revision the sheet is about: the delivered one, else the last one read, else the newest.</summary>
    public Revision Revision => Revisions.LastOrDefault(row => row.Number == Number) ?? Revisions[^1];

    /// <summary>The last passage of that revision through review.</summary>
    public Review? Review => Reviews.LastOrDefault(review => review.Revision == Revision.Number);

    /// <summary>The revision's content; what was damaged so far that it cannot be read is empty, and the comparison says so.</summary>
    public PostContent Content => _content ??= Read(Revision.Text, Post);

    /// <summary>Everybody named on the sheet.</summary>
    public IEnumerable<Guid> People =>
    [
        Post.AuthorId, .. Post.Contributors.Select(contributor => contributor.PersonId), .. Revisions.Select(revision => revision.ById),
        .. Reviews.SelectMany(review => review.Decisions).SelectMany(decision => decision.People), .. Entries.Where(entry => entry.ById != null).Select(entry => entry.ById!.Value),
    ];

    private static PostContent Read(string text, Post post)
    {
        try
        {
            return PostContent.FromCanonicalText(text);
        }
        catch (Exception damage) when (damage is JsonException or InvalidDataException)
        {
            return new PostContent(post.AccountId, post.Channel, [], []);
        }
    }
}
