using GovAccountConsole.Domain.Reviews.Remarks;

namespace GovAccountConsole.Web.Reviews;

/// <summary>What somebody selected on the review page.</summary>
/// <param name="Article">The article, from 0.</param>
/// <param name="Field">The part of it.</param>
/// <param name="Start">Where the selection begins in the text of the field.</param>
/// <param name="End">Where it ends, exclusive.</param>
public sealed record Picked(int Article, RemarkField Field, int Start, int End);
