namespace GovAccountConsole.Web.Reviews;

/// <summary>Marks the words of the usual checklist entries.</summary>
public sealed class GateText;
