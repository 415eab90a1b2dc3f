namespace GovAccountConsole.Web.Checks;

/// <summary>Marks the words of the checks.</summary>
public sealed class ChecksText;
