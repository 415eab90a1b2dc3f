namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>A sentence of running text: what stands between 。！？； (rules.md C4).</summary>
/// <param name="Passage">Where it stands.</param>
/// <param name="Start">First character within the passage.</param>
/// <param name="Text">Its words with the mark at its end.</param>
public sealed record Sentence(Passage Passage, int Start, string Text)
{
    /// <summary>Characters as people count them, without the mark at the end.</summary>
    public int Length => Article.Count(Text.TrimEnd('。', '！', '？', '；', '!', '?', ';'));

    /// <summary>The sentences of a passage.</summary>
    public static IEnumerable<Sentence> In(Passage passage)
    {
        var text = passage.Text;
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !(text[at] is '。' or '！' or '？' or '；' or '!' or '?' or ';'))
            {
                continue;
            }

            var end = Math.Min(at + 1, text.Length);
            var from = start;
            while (from < end && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            if (from < end)
            {
                yield return new Sentence(passage, from, text[from..end].TrimEnd());
            }

            start = end;
        }
    }
}
