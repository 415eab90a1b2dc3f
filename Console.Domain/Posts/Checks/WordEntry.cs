using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>An entry of the word list between two versions of it. An edit ends one entry and begins another.</summary>
public sealed class WordEntry
{
    /// <summary>Longest words looked for, in characters.</summary>
    public const int WrongLimit = 60;

    /// <summary>Longest replacement, reason or source, in characters.</summary>
    public const int TextLimit = 200;

    private WordEntry()
    {
        Wrong = Reason = Source = string.Empty;
    }

    /// <summary>Begins an entry with a version of the list.</summary>
    public WordEntry(WordRule rule, int version)
    {
        Kind = rule.Kind;
        Wrong = rule.Wrong;
        Right = rule.Right;
        Level = rule.Level;
        Reason = rule.Reason;
        Source = rule.Source;
        From = rule.From;
        Until = rule.Until;
        SinceVersion = version;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What kind of word.</summary>
    public WordKind Kind { get; private set; }

    /// <summary>The words to look for.</summary>
    public string Wrong { get; private set; }

    /// <summary>What to write instead.</summary>
    public string? Right { get; private set; }

    /// <summary>At most this level.</summary>
    public CheckLevel Level { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; }

    /// <summary>Where it comes from.</summary>
    public string Source { get; private set; }

    /// <summary>Holds from this day on.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Holds until this day, inclusive.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>First version of the list that has it.</summary>
    public int SinceVersion { get; private set; }

    /// <summary>First version of the list without it; null while it is in the list.</summary>
    public int? EndedVersion { get; private set; }

    /// <summary>As the checks use it.</summary>
    public WordRule ToRule() => new(Kind, Wrong, Right, Level, Reason, Source, From, Until);

    /// <summary>Takes it out of the list with a version.</summary>
    public void End(int version) => EndedVersion ??= version;

    /// <summary>What is wrong with an entry as typed; fields in the API's spelling.</summary>
    public static IEnumerable<Error> Check(WordRule rule)
    {
        if (rule.Wrong.Length == 0)
        {
            yield return Error.Required("wrong");
        }
        else if (rule.Wrong.Length > WrongLimit)
        {
            yield return Error.TooLong("wrong", WrongLimit);
        }
        else if (rule.Wrong.Any(char.IsControl) || rule.Wrong == rule.Right)
        {
            yield return Error.NotAccepted(rule.Wrong == rule.Right ? "right" : "wrong");
        }

        if (rule.Kind == WordKind.Typo && string.IsNullOrEmpty(rule.Right))
        {
            yield return Error.Required("right");
        }

        if (rule.Level == CheckLevel.Off || (rule.Level == CheckLevel.Must && rule.Kind is not (WordKind.Typo or WordKind.Forbidden)))
        {
            yield return Error.NotAccepted("level");
        }

        foreach (var (field, text) in new[] { ("right", rule.Right ?? string.Empty), ("reason", rule.Reason), ("source", rule.Source) })
        {
            if (text.Length > TextLimit)
            {
                yield return Error.TooLong(field, TextLimit);
            }
        }

        if (rule.Source.Length == 0)
        {
            yield return Error.Required("source");
        }

        if (rule.Until < rule.From)
        {
            yield return Error.NotAccepted("until");
        }
    }
}
