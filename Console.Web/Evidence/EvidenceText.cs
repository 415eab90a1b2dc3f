namespace GovAccountConsole.Web.Evidence;

/// <summary>Words of the evidence sheet and of the search for a sentence.</summary>
public sealed class EvidenceText;
