namespace GovAccountConsole.Web.Emergencies;

/// <summary>Words of the emergency lane.</summary>
public sealed class EmergencyText;
