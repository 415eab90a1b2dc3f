namespace GovAccountConsole.Web.Workbench;

/// <summary>Words of the workbench.</summary>
public sealed class WorkbenchText;
