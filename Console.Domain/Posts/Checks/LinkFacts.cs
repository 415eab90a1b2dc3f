namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>How a link stood when it was last tried.</summary>
/// <param name="Alive">Whether it opened; null when that could not be told.</param>
/// <param name="Reason">Why not: status, no-host, no-answer, private, redirects; empty when it opened.</param>
/// <param name="Status">The HTTP status, 0 when there was no answer.</param>
/// <param name="At">When, UTC.</param>
public sealed record LinkFacts(bool? Alive, string Reason, int Status, DateTimeOffset At);
