namespace GovAccountConsole.Web.Posts;

/// <summary>Something to tell in passing, with a way back where there is one.</summary>
/// <param name="Text">One sentence.</param>
/// <param name="Undo">Takes the act back.</param>
public sealed record Notice(string Text, Func<Task>? Undo = null)
{
    /// <summary>What the button says where it does not take back but goes on; null for "undo".</summary>
    public string? Does { get; init; }
}
