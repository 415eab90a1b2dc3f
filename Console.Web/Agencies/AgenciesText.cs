namespace GovAccountConsole.Web.Agencies;

/// <summary>Words of the agencies page.</summary>
public sealed class AgenciesText;
