namespace GovAccountConsole.Web.Workload;

/// <summary>Words of the workload page.</summary>
public sealed class WorkloadText;
