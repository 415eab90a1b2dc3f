namespace GovAccountConsole.Web.Operations;

/// <summary>Words of the operations page.</summary>
public sealed class OperationsText;
