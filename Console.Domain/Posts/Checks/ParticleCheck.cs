namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>Stacked 的: three or more in one noun phrase (rules.md C4).</summary>
internal sealed class ParticleCheck : IPostCheck
{
    private const int WidestGap = 10;
    private const int Lead = 6;
    private const string Breaks = "，。；：！？、,;:!?（）()“”\"—…《》 　";

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        var most = scene.Profile.LimitOf(CheckLimits.Particles);
        foreach (var passage in text.Body.Where(passage => passage.Field == "body"))
        {
            foreach (var (start, end, count) in Stacks(passage.Text))
            {
                if (count >= most)
                {
                    yield return text.At("particle-stack", passage, start, end - start, null, count);
                }
            }
        }
    }

    private static IEnumerable<(int Start, int End, int Count)> Stacks(string text)
    {
        var (phrase, start, last, count) = (0, 0, -1, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            var breaks = at == text.Length || Breaks.Contains(text[at], StringComparison.Ordinal);
            if (count > 0 && (breaks || at - last > WidestGap))
            {
                yield return (start, last + 1, count);
                count = 0;
            }

            if (breaks)
            {
                phrase = at + 1;
            }
            // 目的, 的确, 的士 are words of their own.
            else if (text[at] == '的' && !(at > 0 && text[at - 1] == '目') && !(at + 1 < text.Length && text[at + 1] is '确' or '士'))
            {
                start = count == 0 ? Math.Max(phrase, at - Lead) : start;
                last = at;
                count++;
            }
        }
    }
}
