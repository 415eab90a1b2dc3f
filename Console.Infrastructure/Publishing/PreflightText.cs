namespace GovAccountConsole.Infrastructure.Publishing;

/// <summary>Marks the sentences of the looks before sending.</summary>
public sealed class PreflightText;
