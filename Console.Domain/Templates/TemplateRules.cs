using System.Buffers;
using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Templates;

/// <summary>
/// What a template must be so that its gate holds: every fact stands somewhere as a blank, or nobody would notice that it is missing, and every blank
/// is a fact, or it would go out to citizens as 〔…〕.
/// </summary>
public static partial class TemplateRules
{
    /// <summary>Longest title, in characters; longer than the platform's, because blanks are longer than what is put there.</summary>
    public const int TitleLimit = 120;

    /// <summary>Longest digest, in characters.</summary>
    public const int DigestLimit = 240;

    /// <summary>Longest author, in characters.</summary>
    public const int AuthorLimit = 16;

    /// <summary>Longest body, in characters of HTML.</summary>
    public const int BodyLimit = 60_000;

    /// <summary>Most facts a template may ask for.</summary>
    public const int MostFields = 30;

    private static readonly SearchValues<char> _marks = SearchValues.Create("〔〕<>&\"\n\r");

    /// <summary>The labels of all blanks in a text, each once, in order. 〔2026〕 is part of a document number, no blank.</summary>
    public static IReadOnlyList<string> Blanks(string text) =>
        [.. Blank().Matches(text).Select(match => match.Groups["label"].Value).Where(label => !label.All(char.IsAsciiDigit)).Distinct(StringComparer.Ordinal)];

    /// <summary>The labels of all blanks of a version: title, digest, body.</summary>
    public static IReadOnlyList<string> Blanks(TemplateVersion version) =>
        Blanks(string.Join('\n', HtmlText.Paragraphs(version.Body).Prepend(version.Digest).Prepend(version.Title)));

    /// <summary>Everything that is wrong; fields in the API's spelling.</summary>
    internal static List<Error> Errors(string key, string name, string purpose, TemplateVersion version)
    {
        var errors = new List<Error>();
        if (key.Length is 0 or > PostTemplate.KeyLimit || key.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
        {
            errors.Add(TemplateErrors.BadKey);
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            errors.Add(Error.Required("name"));
        }

        foreach (var (field, text, limit) in new[]
        {
            ("name", name.Trim(), PostTemplate.NameLimit), ("purpose", purpose.Trim(), PostTemplate.PurposeLimit), ("title", version.Title, TitleLimit),
            ("digest", version.Digest, DigestLimit), ("author", version.Author, AuthorLimit), ("contentHtml", version.Body, BodyLimit),
        })
        {
            if (text.Length > limit)
            {
                errors.Add(Error.TooLong(field, limit));
            }
        }

        if (HtmlText.Characters(version.Body) == 0)
        {
            errors.Add(Error.Required("contentHtml"));
        }

        if (HtmlText.Pictures(version.Body).Any())
        {
            errors.Add(TemplateErrors.NoPictures);
        }

        errors.AddRange(FieldErrors(version));
        return errors;
    }

    private static IEnumerable<Error> FieldErrors(TemplateVersion version)
    {
        if (version.Fields.Count > MostFields)
        {
            yield return TemplateErrors.TooManyFields;
            yield break;
        }

        var blanks = Blanks(version);
        var labels = new HashSet<string>(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, field) in version.Fields.Index())
        {
            var place = FormattableString.Invariant($"fields[{index}].label");
            var label = field.Label;
            if (label.Trim().Length == 0)
            {
                yield return Error.Required(place);
            }
            else if (label.Length > TemplateField.LabelLimit)
            {
                yield return Error.TooLong(place, TemplateField.LabelLimit);
            }
            else if (field.Key.Length == 0 || label.AsSpan().ContainsAny(_marks) || label != label.Trim() || label.All(char.IsAsciiDigit))
            {
                yield return Error.NotAccepted(place);
            }
            else if (!labels.Add(label) || !keys.Add(field.Key))
            {
                yield return TemplateErrors.FieldTwice(label) with { Field = place };
            }
            else if (!blanks.Contains(label, StringComparer.Ordinal))
            {
                yield return TemplateErrors.FieldUnplaced(label) with { Field = place };
            }
        }

        foreach (var blank in blanks.Where(blank => !labels.Contains(blank)))
        {
            yield return TemplateErrors.BlankUnknown(blank);
        }
    }

    [GeneratedRegex("〔(?<label>[^〔〕\\n]{1,60})〕", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blank();
}
