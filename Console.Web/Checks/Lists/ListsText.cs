namespace GovAccountConsole.Web.Checks.Lists;

/// <summary>Marks the words of the pages of maintained lists.</summary>
public sealed class ListsText;
