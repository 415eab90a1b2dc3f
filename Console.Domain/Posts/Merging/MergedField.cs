namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>A value that two people changed: a title, a cover, a time.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Origin">What both started from.</param>
/// <param name="Mine">Mine.</param>
/// <param name="Theirs">Theirs.</param>
/// <param name="IsConflict">Both changed it, each in another way.</param>
public sealed record MergedField<T>(T Origin, T Mine, T Theirs, bool IsConflict)
{
    private MergeChoice? Chosen { get; init; }

    private T Agreed => Chosen switch
    {
        MergeChoice.Mine => Mine,
        MergeChoice.Theirs => Theirs,
        _ => Same(Theirs, Origin) ? Mine : Theirs,
    };

    /// <summary>One of the values that come out.</summary>
    public T For(MergeView view) => view switch
    {
        MergeView.Show => IsConflict ? Mine : Agreed,
        MergeView.Save => IsConflict ? Theirs : Agreed,
        MergeView.BaseAfterSave => IsConflict ? Origin : Agreed,
        MergeView.BaseAfterLook => IsConflict ? Origin : Theirs,
        _ => IsConflict ? Origin : Chosen is null ? Mine : Theirs,
    };

    internal static MergedField<T> Of(T origin, T mine, T theirs) =>
        new(origin, mine, theirs, !Same(mine, origin) && !Same(theirs, origin) && !Same(mine, theirs));

    internal MergedField<T> Settle(MergeChoice choice) =>
        this with { IsConflict = false, Chosen = choice == MergeChoice.Theirs ? MergeChoice.Theirs : MergeChoice.Mine };

    private static bool Same(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);
}
