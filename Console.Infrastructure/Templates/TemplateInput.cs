using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Text;

namespace GovAccountConsole.Infrastructure.Templates;

/// <summary>A template as somebody wants it.</summary>
/// <param name="Name">The name people read.</param>
/// <param name="Purpose">What it is for, one sentence.</param>
/// <param name="Title">Title with blanks.</param>
/// <param name="Digest">Digest with blanks.</param>
/// <param name="Author">Author; empty takes the account's name.</param>
/// <param name="ContentHtml">Body with blanks.</param>
/// <param name="Fields">The facts it asks for; one without key gets one.</param>
public sealed record TemplateInput(string? Name, string? Purpose, string? Title, string? Digest, string? Author, string? ContentHtml, IReadOnlyList<TemplateField> Fields)
{
    /// <summary>Nothing filled in.</summary>
    public static TemplateInput Blank { get; } = new(null, null, null, null, null, null, []);

    /// <summary>The next version; its body is what the platform would keep of it.</summary>
    internal TemplateVersion ToVersion(Guid? by, DateTimeOffset now) =>
        new(0, Title?.Trim() ?? string.Empty, Digest?.Trim() ?? string.Empty, Author?.Trim() ?? string.Empty, Body(), Named(), by, now);

    // What is far too long is refused by its length; it need not be read first.
    private string Body() => ContentHtml is not { Length: <= TemplateRules.BodyLimit } html
        ? ContentHtml ?? string.Empty
        : ArticleSanitizer.Clean(ArticleDress.Dress(ShallowHtml.Of(html, new SortedSet<string>(StringComparer.Ordinal)))).Html;

    private List<TemplateField> Named()
    {
        var taken = Fields.Select(field => field.Key).Where(key => !string.IsNullOrEmpty(key)).ToHashSet(StringComparer.Ordinal);
        var number = 0;
        return [.. Fields.Select(field => field with { Label = field.Label?.Trim() ?? string.Empty, Key = string.IsNullOrEmpty(field.Key) ? Next() : field.Key })];

        string Next()
        {
            string key;
            do
            {
                key = FormattableString.Invariant($"fact-{++number}");
            }
            while (!taken.Add(key));

            return key;
        }
    }
}

/// <summary>Identity and version of a template after an act.</summary>
public sealed record TemplateStamp(Guid Id, uint Version);
