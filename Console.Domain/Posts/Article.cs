using System.Globalization;
using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts;

/// <summary>图文: one article of a post, as citizens will get it. <c>ContentHtml</c> is sanitised; pictures are <c>/media/{id}</c>.</summary>
public sealed partial record Article(
    string Title, string Author, string Digest, string ContentHtml, string? SourceUrl, Guid? CoverMediaId, bool CommentsOpen, bool CommentsFansOnly)
{
    /// <summary>Articles in one post at most (product rule of the platform).</summary>
    public const int MostPerPost = 8;

    /// <summary>Title: advised limit, in characters (draft/add page since 2025-12-19).</summary>
    public const int TitleAdvised = 32;

    /// <summary>Title: hard limit, in characters (measured: 65 is refused with 45003).</summary>
    public const int TitleLimit = 64;

    /// <summary>Author: hard limit, in characters (45110 beyond).</summary>
    public const int AuthorLimit = 16;

    /// <summary>Digest: safe limit, in characters (45004 beyond 120 to 128).</summary>
    public const int DigestLimit = 120;

    /// <summary>Body: the whole HTML must stay under 20,000 characters (45002).</summary>
    public const int ContentLimit = 20_000;

    /// <summary>Body as typed: what a save keeps although it is too long to be sent (the platform's 1 MB).</summary>
    public const int StoredContentLimit = 1_000_000;

    /// <summary>Title, author and digest as typed: what a save keeps although it is too long to be sent.</summary>
    public const int StoredTextLimit = 2_000;

    /// <summary>Source link: under 1 KB (41039).</summary>
    public const int SourceUrlLimit = 1_000;

    /// <summary>Characters as people count them: an emoji or a surrogate pair is one.</summary>
    public static int Count(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>Ids of the pictures the body shows, in order, without repeats.</summary>
    public IReadOnlyList<Guid> Pictures() =>
        [.. PictureAddress().Matches(ContentHtml).Select(match => Guid.Parse(match.Groups["id"].ValueSpan)).Distinct()];

    /// <summary>What even a half-written draft may not break: sizes that cannot be stored.</summary>
    public IEnumerable<Error> StorageErrors(int index)
    {
        if (Title.Length > StoredTextLimit)
        {
            yield return Error.TooLong(Field(index, "title"), TitleLimit);
        }

        if (Author.Length > StoredTextLimit)
        {
            yield return Error.TooLong(Field(index, "author"), AuthorLimit);
        }

        if (Digest.Length > StoredTextLimit)
        {
            yield return Error.TooLong(Field(index, "digest"), DigestLimit);
        }

        if (ContentHtml.Length > StoredContentLimit)
        {
            yield return Error.TooLong(Field(index, "contentHtml"), ContentLimit);
        }
    }

    /// <summary>The platform's limits: what is over cannot be sent.</summary>
    public IEnumerable<Error> LimitErrors(int index)
    {
        if (Count(Title) > TitleLimit)
        {
            yield return Error.TooLong(Field(index, "title"), TitleLimit);
        }

        if (Count(Author) > AuthorLimit)
        {
            yield return Error.TooLong(Field(index, "author"), AuthorLimit);
        }

        if (Count(Digest) > DigestLimit)
        {
            yield return Error.TooLong(Field(index, "digest"), DigestLimit);
        }

        if (ContentHtml.Length >= ContentLimit)
        {
            yield return Error.TooLong(Field(index, "contentHtml"), ContentLimit);
        }

        if (SourceUrl is { Length: > 0 } link && (link.Length > SourceUrlLimit
            || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http")))
        {
            yield return Error.NotAccepted(Field(index, "sourceUrl"));
        }
    }

    /// <summary>What a submission may not lack, besides <see cref="LimitErrors"/>.</summary>
    public IEnumerable<Error> SubmitErrors(int index)
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            yield return Error.Required(Field(index, "title"));
        }

        if (CoverMediaId is null)
        {
            yield return new Error("post-no-cover", ErrorKind.Invalid, Field(index, "coverMediaId"), index + 1);
        }

        if (!HasContent())
        {
            yield return new Error("post-empty-body", ErrorKind.Invalid, Field(index, "contentHtml"), index + 1);
        }
    }

    private static string Field(int index, string name) => $"articles[{index.ToString(CultureInfo.InvariantCulture)}].{name}";

    [GeneratedRegex("/media/(?<id>[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})", RegexOptions.None, 1000)]
    private static partial Regex PictureAddress();

    [GeneratedRegex("<[^>]*>|&nbsp;|\\s", RegexOptions.None, 1000)]
    private static partial Regex MarkupOrSpace();

    private bool HasContent() => ContentHtml.Contains("<img", StringComparison.OrdinalIgnoreCase) || MarkupOrSpace().Replace(ContentHtml, string.Empty).Length > 0;
}
