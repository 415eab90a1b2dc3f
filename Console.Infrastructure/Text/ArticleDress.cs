using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace GovAccountConsole.Infrastructure.Text;

/// <summary>
/// Gives plain article HTML the looks that citizens get, as style attributes: the platform drops everything else. The table of looks
/// (<c>dress.json</c>) is the one the editor dresses by, so that a text from a template and one from the editor look the same.
/// </summary>
public static class ArticleDress
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });
    private static readonly (string Selector, List<KeyValuePair<string, string>> Style)[] Rules = Load();

    /// <summary>The dressed HTML. Boxes are named in the plain text by <c>section data-block</c>; what an element has of its own stays. Twice is once.</summary>
    public static string Dress(string html)
    {
        using var document = Parser.ParseDocument("<!doctype html><html><body></body></html>");
        var body = document.Body!;
        body.InnerHtml = html;
        foreach (var paragraph in body.QuerySelectorAll("li > p, td > p, th > p").Where(IsAlone).ToList())
        {
            paragraph.Replace([.. paragraph.ChildNodes]);
        }

        var dressed = body.QuerySelectorAll("*").Select(element => (Element: element, Style: StyleOf(element))).ToList();
        foreach (var (element, style) in dressed)
        {
            element.RemoveAttribute("data-block");
            if (style.Length > 0)
            {
                element.SetAttribute("style", style);
            }
        }

        return body.InnerHtml;
    }

    /// <summary>One plain paragraph in a cell, or before the inner list of an item, says no more than its text does.</summary>
    private static bool IsAlone(IElement paragraph) =>
        paragraph.Attributes.Length == 0
        && (paragraph.Parent!.ChildNodes.Length == 1
            || (paragraph.ParentElement!.LocalName == "li" && paragraph.PreviousSibling is null && paragraph.NextSibling is IElement { LocalName: "ul" or "ol" }));

    private static string StyleOf(IElement element)
    {
        var style = new List<KeyValuePair<string, string>>();
        foreach (var (_, declarations) in Rules.Where(rule => element.Matches(rule.Selector)))
        {
            Put(style, declarations);
        }

        var own = Declarations(element.GetAttribute("style") ?? string.Empty);
        Put(style, own);
        return string.Join("; ", style.Select(item => $"{item.Key}: {item.Value}"));
    }

    private static void Put(List<KeyValuePair<string, string>> style, List<KeyValuePair<string, string>> more)
    {
        style.RemoveAll(item => more.Exists(other => other.Key == item.Key));
        style.AddRange(more);
    }

    private static List<KeyValuePair<string, string>> Declarations(string text) =>
        [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2).Select(pair => KeyValuePair.Create(pair[0].ToLowerInvariant(), pair[1]))];

    private static (string, List<KeyValuePair<string, string>>)[] Load()
    {
        using var file = typeof(ArticleDress).Assembly.GetManifestResourceStream("dress.json") ?? throw new InvalidOperationException("The table of looks is not part of the assembly.");
        using var table = JsonDocument.Parse(file);
        return [.. table.RootElement.GetProperty("rules").EnumerateArray().Select(rule => (rule[0].GetString()!, Declarations(rule[1].GetString()!)))];
    }
}
