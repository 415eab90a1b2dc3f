using GovAccountConsole.Domain.Publishing;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Infrastructure.Publishing;

/// <summary>Words findings of the looks before sending in the language of the current culture.</summary>
public sealed class PreflightWords(IStringLocalizer<PreflightText> texts)
{
    /// <summary>What was found, in one sentence.</summary>
    public string Message(PreflightCause cause, IReadOnlyList<string> args) => texts[cause.ToString(), [.. args]];

    /// <summary>What to do, in one sentence.</summary>
    public string NextStep(PreflightCause cause) => texts[cause + ".Next"];

    /// <summary>Both, from the detail of a notice; null when it is none.</summary>
    public string? OfNotice(string detail) => detail.Split('\n') is [var name, .. var args] && Enum.TryParse<PreflightCause>(name, out var cause)
        ? Message(cause, args) + " " + NextStep(cause)
        : null;
}
