using System.Text;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>An article as the checks read it: its passages, taken apart once for all of them.</summary>
public sealed class ArticleText
{
    private readonly Lazy<IReadOnlyList<Sentence>> _sentences;
    private readonly Lazy<int> _characters;
    private readonly Dictionary<(string Field, string Words), (int Passage, int At, int Count)> _counted = [];

    /// <summary>Takes an article apart.</summary>
    /// <param name="article">As typed.</param>
    /// <param name="index">Its place in the post, from 0.</param>
    /// <param name="pictures">What is known of the pictures shown.</param>
    public ArticleText(Article article, int index, IReadOnlyDictionary<Guid, PictureFacts> pictures)
    {
        Article = article;
        Index = index;
        Body = BodyPassages.Of(article.ContentHtml);
        Passages =
        [
            new("title", PassageKind.Field, -1, article.Title), new("author", PassageKind.Field, -1, article.Author), new("digest", PassageKind.Field, -1, article.Digest),
            .. Body, .. Notes(article, pictures),
        ];
        _sentences = new(() => [.. Body.Where(passage => passage.IsProse).SelectMany(Sentence.In)]);
        _characters = new(() => Body.Where(passage => passage.Field == "body").Sum(passage => passage.Text.EnumerateRunes().Count(rune => !Rune.IsWhiteSpace(rune))));
    }

    /// <summary>As typed.</summary>
    public Article Article { get; }

    /// <summary>Its place in the post, from 0.</summary>
    public int Index { get; }

    /// <summary>The passages of the body, with the words beside pictures.</summary>
    public IReadOnlyList<Passage> Body { get; }

    /// <summary>All passages: title, author, digest, body, pictures' notes.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>The sentences of the running text.</summary>
    public IReadOnlyList<Sentence> Sentences => _sentences.Value;

    /// <summary>Characters of the body people read, without white space.</summary>
    public int Characters => _characters.Value;

    /// <summary>A finding at some words of a passage.</summary>
    /// <param name="code">The check.</param>
    /// <param name="passage">Where.</param>
    /// <param name="start">First character within the passage.</param>
    /// <param name="length">Number of characters.</param>
    /// <param name="fix">What to put there; null: a person must decide.</param>
    /// <param name="args">Values for the sentence.</param>
    public CheckFinding At(string code, Passage passage, int start, int length, string? fix, params IReadOnlyList<object> args)
    {
        var words = passage.Text.Substring(start, length);
        return new CheckFinding(code, CheckWeight.Advice, Index, passage.Field, words, args)
        {
            Paragraph = passage.Paragraph,
            Offset = start,
            Occurrence = Before(passage, start, words),
            // Only what stands in a field or in the text can be exchanged by a click.
            Fix = passage.Kind is PassageKind.Alt or PassageKind.PictureNote ? null : fix,
            Picture = passage.Picture,
        };
    }

    /// <summary>A finding about a whole field.</summary>
    public CheckFinding About(string code, string field, params IReadOnlyList<object> args) => new(code, CheckWeight.Advice, Index, field, null, args);

    // The same words are mostly asked for in the order of the text: counting goes on where it stopped, so a word that stands everywhere costs one pass.
    private int Before(Passage passage, int start, string words)
    {
        var (index, at, count) = _counted.TryGetValue((passage.Field, words), out var known) && known.Passage <= IndexOf(passage, known.Passage) ? known : (0, 0, 0);
        for (; !ReferenceEquals(Passages[index], passage); index++, at = 0)
        {
            count += Passages[index].Field == passage.Field ? Count(Passages[index].Text, words, ref at, int.MaxValue) : 0;
        }

        if (at > start)
        {
            (at, count) = (0, count - Count(passage.Text, words, 0, at));
        }

        count += Count(passage.Text, words, ref at, start);
        _counted[(passage.Field, words)] = (index, at, count);
        return count;
    }

    private int IndexOf(Passage passage, int from)
    {
        for (var index = from; index < Passages.Count; index++)
        {
            if (ReferenceEquals(Passages[index], passage))
            {
                return index;
            }
        }

        return -1;
    }

    private static int Count(string text, string words, int from, int end) => Count(text, words, ref from, end);

    // How often the words begin in the text from a place on and before another; leaves the place after the last of them.
    private static int Count(string text, string words, ref int from, int end)
    {
        var count = 0;
        for (var found = Find(text, words, from); found >= 0 && found < end; found = Find(text, words, from))
        {
            count++;
            from = found + words.Length;
        }

        return count;
    }

    private static int Find(string text, string words, int from) => from > text.Length ? -1 : text.IndexOf(words, from, StringComparison.Ordinal);

    private static IEnumerable<Passage> Notes(Article article, IReadOnlyDictionary<Guid, PictureFacts> pictures) =>
        from id in article.CoverMediaId is { } cover ? article.Pictures().Append(cover).Distinct() : article.Pictures()
        where pictures.ContainsKey(id)
        from note in pictures[id].Notes.Prepend(pictures[id].FileName)
        where note.Length > 0
        select new Passage("picture", PassageKind.PictureNote, -1, note, id);
}
