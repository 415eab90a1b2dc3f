namespace GovAccountConsole.Web.Reviews.Plans;

/// <summary>Marks the words of the review plans.</summary>
public sealed class PlansText;
