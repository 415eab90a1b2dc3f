namespace GovAccountConsole.Web.Accounts;

/// <summary>Words of the import page.</summary>
public sealed class ImportText;
