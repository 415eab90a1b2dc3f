namespace GovAccountConsole.Infrastructure.Text;

/// <summary>HTML after cleaning.</summary>
/// <param name="Html">What remains.</param>
/// <param name="Dropped">What was taken out, each kind once, sorted: <c>tag:script</c>, <c>attribute:onclick</c>, <c>style:position</c>, <c>link</c>, <c>image</c>.</param>
public sealed record CleanedHtml(string Html, IReadOnlyList<string> Dropped);
