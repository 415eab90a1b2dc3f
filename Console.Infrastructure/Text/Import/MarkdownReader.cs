using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using GovAccountConsole.Domain.Posts.Import;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>Markdown as an article: CommonMark with tables and struck-out words; written HTML is words, pictures that are addresses stay behind.</summary>
internal static class MarkdownReader
{
    private const int LettersLimit = 500_000;

    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).DisableHtml().Build();

    /// <summary>Whether a file is meant as Markdown or plain text; bytes alone cannot tell.</summary>
    public static bool IsMeant(string? fileName) => Path.GetExtension(fileName)?.ToLowerInvariant() is ".md" or ".markdown" or ".txt";

    /// <summary>The document, or why it is refused.</summary>
    public static Result<ImportedDocument> Read(byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? DocumentErrors.NotReadable : Read(text.TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            return DocumentErrors.NotReadable;
        }
    }

    /// <summary>The text, or why it is refused.</summary>
    /// <param name="text">As written.</param>
    /// <param name="titled">Whether a heading at its beginning is the title of an article, and no part of its body.</param>
    public static Result<ImportedDocument> Read(string text, bool titled = true)
    {
        if (text.Length > LettersLimit)
        {
            return DocumentErrors.TooLarge;
        }

        var dropped = new DroppedParts();
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text, _pipeline);
        }
        catch (ArgumentException)
        {
            // The parser refuses what is nested too deeply.
            return DocumentErrors.NotReadable;
        }

        if (document.Descendants<Table>().Select(table => table.Count).DefaultIfEmpty().Max() is var rows && rows > DocumentErrors.RowsLimit)
        {
            return DocumentErrors.TableTooLong(rows);
        }

        var title = titled ? TakeTitle(document) : string.Empty;
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = heading.Level <= 2 ? 2 : 3;
        }

        foreach (var picture in document.Descendants<LinkInline>().Where(link => link.IsImage).ToList())
        {
            dropped.Add(DroppedWhat.LinkedPictures);
            picture.ReplaceBy(new LiteralInline(string.Empty));
        }

        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        _pipeline.Setup(renderer);
        renderer.Render(document);
        return html.ToString() is { } body && string.IsNullOrWhiteSpace(body) && title.Length == 0
            ? DocumentErrors.NothingInside
            : new ImportedDocument(HtmlWords.Cut(title, 200), Plain(html.ToString()), [], dropped);
    }

    // Only the table body is known to the editor; the rows of the head keep their cells.
    private static string Plain(string html) => html
        .Replace("<thead>", string.Empty, StringComparison.Ordinal).Replace("</thead>", string.Empty, StringComparison.Ordinal)
        .Replace("<del>", "<s>", StringComparison.Ordinal).Replace("</del>", "</s>", StringComparison.Ordinal);

    private static string TakeTitle(MarkdownDocument document)
    {
        if (document.FirstOrDefault() is not HeadingBlock { Level: 1, Inline: { } words } first)
        {
            return string.Empty;
        }

        document.Remove(first);
        return HtmlWords.Spaced(string.Concat(words.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()))).Trim();
    }
}
