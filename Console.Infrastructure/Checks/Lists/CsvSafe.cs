namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>
/// Keeps a spreadsheet from computing what was meant as words: a cell that begins like a formula gets an apostrophe in front when written, and
/// loses it when read.
/// </summary>
internal static class CsvSafe
{
    /// <summary>As written into a CSV file.</summary>
    public static string Close(string text) => text.Length > 0 && IsFormula(text[0]) ? "'" + text : text;

    /// <summary>As it was before.</summary>
    public static string Open(string text) => text.Length > 1 && text[0] == '\'' && IsFormula(text[1]) ? text[1..] : text;

    private static bool IsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r';
}
