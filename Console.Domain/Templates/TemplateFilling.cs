using System.Net;

namespace GovAccountConsole.Domain.Templates;

/// <summary>Puts what is known into a template's blanks; what is not known stays a blank to be filled in the text.</summary>
public static class TemplateFilling
{
    /// <summary>Plain words: titles and digests.</summary>
    public static string Words(string pattern, TemplateVersion template, IReadOnlyDictionary<string, string> values) =>
        template.Fields.Aggregate(pattern, (text, field) => Value(values, field) is { } value ? text.Replace(field.Blank, value, StringComparison.Ordinal) : text);

    /// <summary>The body; values are words, never markup.</summary>
    public static string Body(TemplateVersion template, IReadOnlyDictionary<string, string> values) =>
        template.Fields.Aggregate(template.Body, (html, field) => Value(values, field) is { } value ? html.Replace(field.Blank, WebUtility.HtmlEncode(value), StringComparison.Ordinal) : html);

    private static string? Value(IReadOnlyDictionary<string, string> values, TemplateField field) =>
        values.TryGetValue(field.Key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
