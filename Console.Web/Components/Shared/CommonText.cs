namespace GovAccountConsole.Web.Components.Shared;

/// <summary>Words used on many pages: states, roles, times, common buttons.</summary>
public sealed class CommonText;
