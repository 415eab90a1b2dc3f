using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews.Remarks;

/// <summary>The part of an article a passage stands in.</summary>
public enum RemarkField
{
    /// <summary>标题.</summary>
    Title,

    /// <summary>摘要.</summary>
    Digest,

    /// <summary>正文, read as <see cref="ReadingText"/>.</summary>
    Body,

    /// <summary>封面; the passage is the picture.</summary>
    Cover,
}

/// <summary>
/// Exactly which words of a revision a remark is about, with enough around them to find them again in a later one: the words, what stands before and
/// after, where they began.
/// </summary>
/// <param name="Article">The article within the post, from 0.</param>
/// <param name="Field">The part of the article.</param>
/// <param name="Quote">The words; of a picture, its address after <see cref="ReadingText.PictureMark"/>.</param>
/// <param name="Before">Up to <see cref="ContextLength"/> characters before them; shorter only at the beginning of the text.</param>
/// <param name="After">Up to <see cref="ContextLength"/> characters after them; shorter only at the end of the text.</param>
/// <param name="Offset">Where they begin in the text of the field.</param>
/// <param name="Alone">Whether the words stood in that text once only.</param>
public sealed record Passage(int Article, RemarkField Field, string Quote, string Before, string After, int Offset, bool Alone)
{
    /// <summary>Characters kept on either side.</summary>
    public const int ContextLength = 40;

    /// <summary>Longest passage one remark can be about, in characters.</summary>
    public const int QuoteLimit = 500;

    /// <summary>Whether it is a picture and not words.</summary>
    public bool IsPicture => Quote.StartsWith(ReadingText.PictureMark);

    /// <summary>The text of a field as offsets count it.</summary>
    public static string TextOf(Article article, RemarkField field) => field switch
    {
        RemarkField.Title => article.Title,
        RemarkField.Digest => article.Digest,
        RemarkField.Cover => article.CoverMediaId is { } cover ? $"{ReadingText.PictureMark}/media/{cover}" : string.Empty,
        _ => ReadingText.Joined(ReadingText.Of(article.ContentHtml)),
    };

    /// <summary>
    /// Takes a passage from a revision. The words must stand there: at <paramref name="offset"/>, or else at the place nearest to it.
    /// </summary>
    /// <param name="articles">The revision's articles.</param>
    /// <param name="article">The article, from 0.</param>
    /// <param name="field">The part of it.</param>
    /// <param name="quote">The words.</param>
    /// <param name="offset">Where they begin; null takes the first place.</param>
    public static Result<Passage> Take(IReadOnlyList<Article> articles, int article, RemarkField field, string? quote, int? offset)
    {
        if (string.IsNullOrWhiteSpace(quote))
        {
            return Error.Required("quote");
        }

        if (quote.Length > QuoteLimit)
        {
            return Error.TooLong("quote", QuoteLimit);
        }

        if (article < 0 || article >= articles.Count)
        {
            return RemarkErrors.PassageUnknown;
        }

        var text = TextOf(articles[article], field);
        var places = Anchoring.Occurrences(text, quote).ToList();
        if (places.Count == 0)
        {
            return RemarkErrors.PassageUnknown;
        }

        var start = places.MinBy(place => Math.Abs((long)place - (offset ?? 0)));
        var end = start + quote.Length;
        return new Passage(
            article, field, quote, text[Math.Max(0, start - ContextLength)..start], text[end..Math.Min(text.Length, end + ContextLength)], start, places.Count == 1);
    }
}
