using System.Text.RegularExpressions;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>Latin abbreviations at their first use without an explanation (rules.md C4); those everybody knows stand in the word list as known.</summary>
internal sealed partial class AbbreviationCheck : IPostCheck
{
    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in text.Body.Where(passage => passage.Field == "body"))
        {
            foreach (Match match in Abbreviation().Matches(passage.Text))
            {
                var after = match.Index + match.Length;
                var explained = (after < passage.Text.Length && passage.Text[after] is '（' or '(') || (match.Index > 0 && passage.Text[match.Index - 1] is '（' or '(' or '称');
                if (seen.Add(match.Value) && !explained && !scene.Words.Knows(match.Value))
                {
                    yield return text.At("term-unexplained", passage, match.Index, match.Length, null, match.Value, string.Empty);
                }
            }
        }
    }

    [GeneratedRegex("(?<![A-Za-z0-9./:@_-])[A-Z]{2,6}(?![A-Za-z0-9./:@_-])", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Abbreviation();
}
