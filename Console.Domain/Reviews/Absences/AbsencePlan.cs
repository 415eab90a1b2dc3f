namespace GovAccountConsole.Domain.Reviews.Absences;

/// <summary>An absence as somebody wants to note it.</summary>
/// <param name="PersonId">Who is away.</param>
/// <param name="SubstituteId">Who decides meanwhile.</param>
/// <param name="From">First day, Asia/Shanghai.</param>
/// <param name="Until">Last day, Asia/Shanghai.</param>
/// <param name="Reason">Why, if it is to be said.</param>
public sealed record AbsencePlan(Guid PersonId, Guid? SubstituteId, DateOnly? From, DateOnly? Until, string? Reason);
