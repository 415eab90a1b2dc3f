namespace GovAccountConsole.Web.Components;

/// <summary>What the cookies of the request say and the circuit must know too; travels as a parameter, since a circuit has no request.</summary>
/// <param name="Dark">Whether the page is drawn dark.</param>
/// <param name="ScopeId">The agency the person narrowed the console to; null for the whole scope.</param>
public sealed record FrameSettings(bool Dark, Guid? ScopeId);
