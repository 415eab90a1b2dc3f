namespace GovAccountConsole.Web.Components.Shared;

/// <summary>One choice of a <see cref="GacFilter"/>.</summary>
/// <param name="Value">Goes into the address.</param>
/// <param name="Text">Shown.</param>
public sealed record FilterOption(string Value, string Text);
