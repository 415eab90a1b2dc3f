namespace GovAccountConsole.Web.Audit;

/// <summary>Words of the audit page.</summary>
public sealed class AuditText;
