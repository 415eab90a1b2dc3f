namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>Values of a sentence that are words themselves: named by keys and worded at the edge.</summary>
/// <param name="Keys">Which words, in order.</param>
public sealed record CheckWords(IReadOnlyList<string> Keys)
{
    /// <summary>The keys, for prints and logs.</summary>
    public override string ToString() => string.Join('+', Keys);
}
