namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>An entry of the names and titles list: one office of one person.</summary>
/// <param name="Name">The person.</param>
/// <param name="Title">The title as it is to be written.</param>
/// <param name="Agency">The body, for people who read the list.</param>
/// <param name="Rank">Order in which several are named, smaller first.</param>
/// <param name="From">In office from this day on.</param>
/// <param name="Until">In office until this day, inclusive.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record OfficeRule(string Name, string Title, string Agency, int Rank, DateOnly? From = null, DateOnly? Until = null, string Source = "")
{
    /// <summary>Whether the office is held on a day.</summary>
    public bool HoldsOn(DateOnly day) => !(From > day) && !(Until < day);
}

/// <summary>One version of the names and titles list, ready to be looked up.</summary>
public sealed class OfficeBook
{
    private readonly Dictionary<string, OfficeRule[]> _byName;
    private readonly PhraseMatcher<string> _names;

    /// <summary>Compiles a version of the list.</summary>
    public OfficeBook(int version, IEnumerable<OfficeRule> offices)
    {
        Version = version;
        _byName = offices.GroupBy(office => office.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _names = new(_byName.Keys.Select(name => (name, name)));
    }

    /// <summary>Nobody.</summary>
    public static OfficeBook Empty { get; } = new(0, []);

    /// <summary>Version of the list.</summary>
    public int Version { get; }

    /// <summary>Number of people.</summary>
    public int Count => _byName.Count;

    /// <summary>The offices of a person, past ones included.</summary>
    public IReadOnlyList<OfficeRule> Of(string name) => _byName.TryGetValue(name, out var offices) ? offices : [];

    /// <summary>The listed people named in a text, in order; of names that contain each other the longer one.</summary>
    public IReadOnlyList<(int Start, string Name)> In(string text)
    {
        var found = new List<(int Start, string Name)>();
        foreach (var hit in _names.In(text).OrderBy(hit => hit.Start).ThenByDescending(hit => hit.Length))
        {
            if (found.Count == 0 || hit.Start >= found[^1].Start + found[^1].Name.Length)
            {
                found.Add((hit.Start, hit.Value));
            }
        }

        return found;
    }
}
