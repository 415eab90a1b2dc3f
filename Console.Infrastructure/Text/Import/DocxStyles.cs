using System.Xml.Linq;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>What a style means for an article.</summary>
internal sealed record DocxStyle(string Name, string? BasedOn, XElement? Paragraph, XElement? Run, string Kind);

/// <summary>The styles of a Word document, asked by meaning: is it a title, which heading, which list, is it bold.</summary>
internal sealed class DocxStyles
{
    // Styles that refer to each other in a circle end here.
    private const int LongestChain = 12;

    private readonly Dictionary<string, DocxStyle> _styles = new(StringComparer.Ordinal);
    private readonly string? _default;

    /// <summary>Reads styles.xml; without one every paragraph is plain.</summary>
    public DocxStyles(XElement? root)
    {
        foreach (var style in root?.Children("style") ?? [])
        {
            if (style.Get("styleId") is not { } id)
            {
                continue;
            }

            var kind = style.Get("type") ?? "paragraph";
            _styles[id] = new DocxStyle((style.ValueOf("name") ?? id).Trim().ToLowerInvariant(), style.ValueOf("basedOn"), style.Child("pPr"), style.Child("rPr"), kind);
            if (kind == "paragraph" && style.Get("default") is "1" or "true")
            {
                _default = id;
            }
        }
    }

    /// <summary>Whether the paragraph is the document's title.</summary>
    public bool IsTitle(string? id) => Chain(id).Any(style => style.Name is "title" or "标题" or "文章标题");

    /// <summary>Whether the paragraph is a line of a table of contents.</summary>
    public bool IsContents(string? id) => Chain(id).Any(style => style.Name.StartsWith("toc ", StringComparison.Ordinal) || style.Name == "toc heading");

    /// <summary>Whether the paragraph is a quotation.</summary>
    public bool IsQuote(string? id) => Chain(id).Any(style => style.Name is "quote" or "intense quote");

    /// <summary>The level of a heading, from 1; null for other text.</summary>
    public int? HeadingOf(XElement? properties)
    {
        if (SafeXml.Number(properties?.ValueOf("outlineLvl")) is { } own)
        {
            return own is >= 0 and < 9 ? own + 1 : null;
        }

        foreach (var style in Chain(properties?.ValueOf("pStyle")))
        {
            if (style.Name.StartsWith("heading ", StringComparison.Ordinal) && SafeXml.Number(style.Name[8..]) is { } level and >= 1 and <= 9)
            {
                return level;
            }

            if (SafeXml.Number(style.Paragraph?.ValueOf("outlineLvl")) is { } outline)
            {
                return outline is >= 0 and < 9 ? outline + 1 : null;
            }
        }

        return null;
    }

    /// <summary>center, right, or null.</summary>
    public string? AlignmentOf(XElement? properties)
    {
        var value = properties?.ValueOf("jc") ?? Chain(properties?.ValueOf("pStyle")).Select(style => style.Paragraph?.ValueOf("jc")).FirstOrDefault(jc => jc is not null);
        return value switch { "center" => "center", "right" or "end" => "right", _ => null };
    }

    /// <summary>The list and level a paragraph belongs to, by itself or by its style; null for none.</summary>
    public (int List, int Level)? ListOf(XElement? properties)
    {
        var id = properties?.ValueOf("pStyle");
        foreach (var numbering in new[] { properties?.Child("numPr") }.Concat(Chain(id).Select(style => style.Paragraph?.Child("numPr"))).OfType<XElement>())
        {
            if (SafeXml.Number(numbering.ValueOf("numId")) is { } list)
            {
                return list > 0 ? (list, Math.Clamp(SafeXml.Number(numbering.ValueOf("ilvl")) ?? 0, 0, 8)) : null;
            }
        }

        return null;
    }

    /// <summary>An on-off property of a run: its own, its style's, its paragraph's style's.</summary>
    public bool Flag(XElement? run, string? paragraphStyle, string name) =>
        run.Flag(name)
        ?? Chain(run?.ValueOf("rStyle"), character: true).Select(style => style.Run.Flag(name)).FirstOrDefault(flag => flag is not null)
        ?? Chain(paragraphStyle).Select(style => style.Run.Flag(name)).FirstOrDefault(flag => flag is not null)
        ?? false;

    private IEnumerable<DocxStyle> Chain(string? id, bool character = false)
    {
        id ??= character ? null : _default;
        for (var length = 0; length < LongestChain && id is not null && _styles.TryGetValue(id, out var style); length++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }
}
