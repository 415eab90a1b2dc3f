namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>Which installation this is; kept outside the database, so that a copy of the database does not bring it along.</summary>
/// <param name="Value">The same on all nodes of one installation; null where none was named (tools that send nothing).</param>
public sealed record EnvironmentIdentity(string? Value)
{
    /// <summary>An installation without a name: it may send only from a database that nobody has claimed.</summary>
    public static EnvironmentIdentity None { get; } = new((string?)null);

    /// <summary>A few characters that tell installations apart on a page.</summary>
    public static string? Mark(string? value) => value is { Length: > 8 } ? value[..8] : value;
}
