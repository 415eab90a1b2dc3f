namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>One place of two changed texts: what stood there, what each made of it, and what it becomes.</summary>
/// <param name="Origin">What both started from; empty where something is new.</param>
/// <param name="Mine">What I made of it; empty where I removed it.</param>
/// <param name="Theirs">What the others made of it.</param>
/// <param name="Agreed">What it becomes; null when a person has to say.</param>
public sealed record MergedPiece(string Origin, string Mine, string Theirs, string? Agreed)
{
    /// <summary>Whether a person has to say.</summary>
    public bool IsConflict => Agreed is null;

    /// <summary>Said by a person: from now on their text is what mine is compared with.</summary>
    internal bool IsSettled { get; init; }

    internal static MergedPiece Three(string origin, string mine, string theirs) => new(
        origin, mine, theirs, mine == theirs || theirs == origin ? mine : mine == origin ? theirs : null);

    internal string For(MergeView view) => view switch
    {
        MergeView.Show => Agreed ?? Mine,
        MergeView.Save => Agreed ?? Theirs,
        MergeView.BaseAfterSave => IsConflict ? Origin : Agreed!,
        MergeView.BaseAfterLook => IsConflict ? Origin : Theirs,
        _ => IsConflict ? Origin : IsSettled ? Theirs : Mine,
    };

    internal MergedPiece Settle(MergeChoice choice) => this with
    {
        IsSettled = true,
        Agreed = choice switch
        {
            MergeChoice.Mine => Mine,
            MergeChoice.Theirs => Theirs,
            _ => WordMerge.Both(Origin, Mine, Theirs),
        },
    };
}

/// <summary>Which text is wanted of a merge.</summary>
public enum MergeView
{
    /// <summary>What I go on writing in: where a person has to say, my own words stay under my hands.</summary>
    Show,

    /// <summary>What is stored: where a person has to say, what is stored already stays.</summary>
    Save,

    /// <summary>What my next changes are compared with, once <see cref="Save"/> is stored and <see cref="Show"/> is shown.</summary>
    BaseAfterSave,

    /// <summary>What my next changes are compared with, once <see cref="Show"/> is shown and nothing was stored.</summary>
    BaseAfterLook,

    /// <summary>What my next changes are compared with, when <see cref="Save"/> was stored but I still see only what I wrote.</summary>
    BaseUnseen,
}

/// <summary>What a person says where both changed the same words.</summary>
public enum MergeChoice
{
    /// <summary>My text.</summary>
    Mine,

    /// <summary>Theirs.</summary>
    Theirs,

    /// <summary>Both, one after the other.</summary>
    Both,
}
