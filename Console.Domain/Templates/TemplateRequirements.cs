using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Domain.Templates;

/// <summary>
/// Whether a text still tells what its template requires. Looks at the words only, so that people stay free to write: a fact is missing when its
/// blank still stands anywhere, or when the line that begins with its label is gone, empty, or plainly not what it should be.
/// </summary>
public static partial class TemplateRequirements
{
    private const int ShortestPhone = 5;

    /// <summary>The required fields that are not told, in the order of the template.</summary>
    public static IReadOnlyList<TemplateField> Missing(TemplateVersion template, IReadOnlyList<Article> articles)
    {
        var words = articles.SelectMany(article => new[] { article.Title, article.Digest }).ToList();
        var paragraphs = articles.SelectMany(article => HtmlText.Paragraphs(article.ContentHtml)).Select(text => text.Trim()).ToList();
        words.AddRange(paragraphs);
        return [.. template.Fields.Where(field => field.Required && !IsTold(field, template, words, paragraphs))];
    }

    /// <summary>Missing fields of a whole post.</summary>
    public static IReadOnlyList<TemplateField> Missing(TemplateVersion template, PostContent content) => Missing(template, content.Articles);

    private static bool IsTold(TemplateField field, TemplateVersion template, List<string> words, List<string> paragraphs)
    {
        if (words.Exists(text => text.Contains(field.Blank, StringComparison.Ordinal)))
        {
            return false;
        }

        // Only what stood as a line of its own is looked for as one; what stood inside a sentence was told when its blank went.
        if (!Lines(template.Body).Any(line => ValueAfter(line, field.Label) is not null))
        {
            return true;
        }

        return paragraphs.Index().Any(at => ValueAfter(at.Item, field.Label) is { } value
            && Fits(field.Kind, at.Item.Length == field.Label.Length && at.Index + 1 < paragraphs.Count ? paragraphs[at.Index + 1] : value));
    }

    private static IEnumerable<string> Lines(string html) => HtmlText.Paragraphs(html).Select(text => text.Trim());

    /// <summary>What follows the label in a line; empty where the label stands alone (a heading cell), null where the line does not begin with it.</summary>
    private static string? ValueAfter(string line, string label)
    {
        if (!line.StartsWith(label, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = line[label.Length..].TrimStart();
        return rest.Length == 0 ? string.Empty : rest[0] is '：' or ':' ? rest[1..].Trim() : null;
    }

    private static bool Fits(FieldKind kind, string value) => kind switch
    {
        FieldKind.Phone => value.Count(char.IsAsciiDigit) >= ShortestPhone,
        FieldKind.When => Time().IsMatch(value),
        FieldKind.Link => value.Contains('.', StringComparison.Ordinal) || value.Contains("阅读原文", StringComparison.Ordinal) || value.Contains("小程序", StringComparison.Ordinal),
        _ => value.Any(char.IsLetterOrDigit),
    };

    [GeneratedRegex("[0-9０-９一二三四五六七八九十]|今|明|后天|每|即日|长期|工作日|周", RegexOptions.None, 1000)]
    private static partial Regex Time();
}
