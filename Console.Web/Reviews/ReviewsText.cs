namespace GovAccountConsole.Web.Reviews;

/// <summary>Words of the review queue and the review page.</summary>
public sealed class ReviewsText;
