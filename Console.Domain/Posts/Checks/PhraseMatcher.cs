namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>
/// Finds thousands of phrases in one pass over a text (Aho-Corasick): the time depends on the text and the hits, not on the number of phrases.
/// Built once for a version of a list, then read by everybody.
/// </summary>
/// <typeparam name="T">What belongs to a phrase.</typeparam>
public sealed class PhraseMatcher<T>
{
    private readonly Dictionary<(int Node, char Next), int> _steps = [];
    private readonly List<int> _fail = [0];
    private readonly List<int> _depth = [0];
    private readonly List<List<T>?> _ends = [null];

    // The nearest shorter phrase that ends at the same place; 0 when there is none.
    private readonly List<int> _shorter = [0];

    /// <summary>Builds the matcher; empty phrases are left out.</summary>
    public PhraseMatcher(IEnumerable<(string Phrase, T Value)> phrases)
    {
        foreach (var (phrase, value) in phrases)
        {
            if (phrase.Length > 0)
            {
                Add(phrase, value);
            }
        }

        Link();
    }

    /// <summary>Every phrase in the text, overlapping ones included, in the order of their ends.</summary>
    public IEnumerable<(int Start, int Length, T Value)> In(string text)
    {
        if (_ends.Count == 1)
        {
            yield break;
        }

        var node = 0;
        for (var at = 0; at < text.Length; at++)
        {
            node = Step(node, text[at]);
            for (var end = _ends[node] is null ? _shorter[node] : node; end != 0; end = _shorter[end])
            {
                foreach (var value in _ends[end]!)
                {
                    yield return (at + 1 - _depth[end], _depth[end], value);
                }
            }
        }
    }

    private void Add(string phrase, T value)
    {
        var node = 0;
        foreach (var letter in phrase)
        {
            if (!_steps.TryGetValue((node, letter), out var next))
            {
                next = _fail.Count;
                _steps.Add((node, letter), next);
                _fail.Add(0);
                _shorter.Add(0);
                _ends.Add(null);
                _depth.Add(_depth[node] + 1);
            }

            node = next;
        }

        (_ends[node] ??= []).Add(value);
    }

    private void Link()
    {
        // Nearer nodes first: a failure link leads to a nearer node, which must be finished by then.
        foreach (var ((from, letter), to) in _steps.OrderBy(step => _depth[step.Value]))
        {
            _fail[to] = from == 0 ? 0 : Step(_fail[from], letter);
            _shorter[to] = _ends[_fail[to]] is null ? _shorter[_fail[to]] : _fail[to];
        }
    }

    private int Step(int node, char letter)
    {
        while (true)
        {
            if (_steps.TryGetValue((node, letter), out var next))
            {
                return next;
            }

            if (node == 0)
            {
                return 0;
            }

            node = _fail[node];
        }
    }
}
