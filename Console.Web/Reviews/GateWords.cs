using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Reviews;

/// <summary>What an entry of a checklist says: the usual ones in the reader's language, a department's own sentence as it is.</summary>
public static class GateWords
{
    /// <summary>The words of an entry.</summary>
    public static string Of(string entry, IStringLocalizer<GateText> words) =>
        words[$"Gate.{entry}"] is { ResourceNotFound: false } word ? word.Value : entry;
}
