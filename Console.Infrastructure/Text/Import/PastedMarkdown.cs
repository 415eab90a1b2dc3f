using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>Markdown that was pasted as a text without formats.</summary>
public static class PastedMarkdown
{
    /// <summary>The same with its formats, clean; a first heading stays a heading. Refused like a file that cannot be read.</summary>
    public static Result<string> Html(string text) => MarkdownReader.Read(text, titled: false).Map(read => ArticleSanitizer.Clean(read.Html).Html);
}
