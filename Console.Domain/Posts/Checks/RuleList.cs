using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>Which of the lists that the department maintains.</summary>
public enum RuleListKind
{
    /// <summary>词表.</summary>
    Words,

    /// <summary>姓名与职务.</summary>
    Names,

    /// <summary>规则档案.</summary>
    Profiles,

    /// <summary>官网和小程序.</summary>
    Sites,
}

/// <summary>One change of a list: what became of it, by whom, when. Never changed afterwards.</summary>
public sealed class RuleListVersion
{
    private RuleListVersion()
    {
        Note = string.Empty;
    }

    internal RuleListVersion(RuleListKind kind, int number, Guid? by, DateTimeOffset now, string note, int added, int removed)
    {
        Kind = kind;
        Number = number;
        ById = by;
        At = now;
        Note = note;
        Added = added;
        Removed = removed;
    }

    /// <summary>Which list.</summary>
    public RuleListKind Kind { get; private set; }

    /// <summary>1, 2, 3 … within the list.</summary>
    public int Number { get; private set; }

    /// <summary>Who; null for the console itself.</summary>
    public Guid? ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What it was about: the words changed, the file imported.</summary>
    public string Note { get; private set; }

    /// <summary>Entries that hold from this version on.</summary>
    public int Added { get; private set; }

    /// <summary>Entries that hold no longer.</summary>
    public int Removed { get; private set; }
}

/// <summary>A list that the department maintains, by its version: the entries carry the versions between which they hold, so every earlier state can be read again.</summary>
public sealed class RuleList : Aggregate
{
    /// <summary>Longest note of a change, in characters.</summary>
    public const int NoteLimit = 200;

    private RuleList()
    {
    }

    /// <summary>Begins a list without entries.</summary>
    public RuleList(RuleListKind kind) => Kind = kind;

    /// <summary>Which list.</summary>
    public RuleListKind Kind { get; private set; }

    /// <summary>Number of its newest version; 0 before the first.</summary>
    public int Number { get; private set; }

    /// <summary>Takes the next number for a change and notes who made it.</summary>
    /// <param name="top">The agency in whose scope the audit entry lies.</param>
    /// <param name="by">Who; null for the console itself.</param>
    /// <param name="now">UTC.</param>
    /// <param name="note">What it is about.</param>
    /// <param name="added">Entries that begin to hold.</param>
    /// <param name="removed">Entries that cease to hold.</param>
    public RuleListVersion Advance(Guid top, Guid? by, DateTimeOffset now, string note, int added, int removed)
    {
        Number++;
        note = note.Length <= NoteLimit ? note : note[..NoteLimit];
        Record(new DomainEvent("ruleListChanged", "ruleList", Id, top, by, now, FormattableString.Invariant($"{Kind} {Number}: +{added} -{removed} {note}")));
        return new RuleListVersion(Kind, Number, by, now, note, added, removed);
    }
}
