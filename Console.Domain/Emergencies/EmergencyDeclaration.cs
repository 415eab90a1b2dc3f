using GovAccountConsole.Domain.Reviews;

namespace GovAccountConsole.Domain.Emergencies;

/// <summary>What was said when a post was sent into the short chain.</summary>
/// <param name="ById">The named person.</param>
/// <param name="Reason">Why it could not wait.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Normal">The steps that would have been due: whoever of them has not read it yet reads it afterwards.</param>
public sealed record EmergencyDeclaration(Guid ById, string Reason, DateTimeOffset At, IReadOnlyList<PlannedStep> Normal);
