using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>An entry of the names and titles list between two versions of it: one office of one person.</summary>
public sealed class OfficeEntry
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLimit = 20;

    /// <summary>Longest title, body or source, in characters.</summary>
    public const int TextLimit = 100;

    /// <summary>Last place in the order.</summary>
    public const int RankLimit = 9_999;

    private OfficeEntry()
    {
        Name = Title = Agency = Source = string.Empty;
    }

    /// <summary>Begins an entry with a version of the list.</summary>
    public OfficeEntry(OfficeRule rule, int version)
    {
        Name = rule.Name;
        Title = rule.Title;
        Agency = rule.Agency;
        Rank = rule.Rank;
        From = rule.From;
        Until = rule.Until;
        Source = rule.Source;
        SinceVersion = version;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The person.</summary>
    public string Name { get; private set; }

    /// <summary>The title as it is to be written.</summary>
    public string Title { get; private set; }

    /// <summary>The body.</summary>
    public string Agency { get; private set; }

    /// <summary>Order in which several are named, smaller first.</summary>
    public int Rank { get; private set; }

    /// <summary>In office from this day on.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>In office until this day, inclusive.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Where it comes from.</summary>
    public string Source { get; private set; }

    /// <summary>First version of the list that has it.</summary>
    public int SinceVersion { get; private set; }

    /// <summary>First version of the list without it; null while it is in the list.</summary>
    public int? EndedVersion { get; private set; }

    /// <summary>As the checks use it.</summary>
    public OfficeRule ToRule() => new(Name, Title, Agency, Rank, From, Until, Source);

    /// <summary>Takes it out of the list with a version.</summary>
    public void End(int version) => EndedVersion ??= version;

    /// <summary>What is wrong with an entry as typed; fields in the API's spelling.</summary>
    public static IEnumerable<Error> Check(OfficeRule rule)
    {
        // One character would be found in every text.
        if (rule.Name.Length < 2)
        {
            yield return rule.Name.Length == 0 ? Error.Required("name") : Error.NotAccepted("name");
        }
        else if (rule.Name.Length > NameLimit)
        {
            yield return Error.TooLong("name", NameLimit);
        }

        if (rule.Title.Length == 0)
        {
            yield return Error.Required("title");
        }

        foreach (var (field, text) in new[] { ("title", rule.Title), ("agency", rule.Agency), ("source", rule.Source) })
        {
            if (text.Length > TextLimit)
            {
                yield return Error.TooLong(field, TextLimit);
            }
        }

        if (rule.Rank is < 1 or > RankLimit)
        {
            yield return Error.NotAccepted("rank");
        }

        if (rule.Until < rule.From)
        {
            yield return Error.NotAccepted("until");
        }
    }
}
