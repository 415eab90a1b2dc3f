using GovAccountConsole.Domain.Templates;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>What the template of a post requires and its articles, taken together, do not tell; leads to the blank, or to the line that is empty.</summary>
internal static class TemplateFactCheck
{
    private const string Code = "template-fact";

    /// <summary>One finding for each missing fact, in the order of the template.</summary>
    public static IEnumerable<CheckFinding> Look(CheckScene scene, IReadOnlyList<ArticleText> texts)
    {
        if (scene.Template is not { } template || texts.Count == 0)
        {
            yield break;
        }

        var note = new ListEntryNote(string.Empty, template.Name, null, "templates", template.Version.Number);
        foreach (var field in TemplateRequirements.Missing(template.Version, scene.Articles))
        {
            var found = At(texts, field.Blank, anywhere: true, field.Label) ?? At(texts, field.Label, anywhere: false, field.Label) ?? texts[0].About(Code, "body", field.Label);
            yield return found with { Entry = note };
        }
    }

    private static CheckFinding? At(IReadOnlyList<ArticleText> texts, string words, bool anywhere, string label)
    {
        foreach (var text in texts)
        {
            foreach (var passage in text.Passages.Where(passage => passage.Kind is not (PassageKind.Alt or PassageKind.PictureNote)))
            {
                var start = passage.Text.IndexOf(words, StringComparison.Ordinal);
                if (anywhere ? start >= 0 : start == 0 && passage.Field == "body")
                {
                    return text.At(Code, passage, start, words.Length, null, label);
                }
            }
        }

        return null;
    }
}
