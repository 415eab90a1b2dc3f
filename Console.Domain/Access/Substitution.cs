namespace GovAccountConsole.Domain.Access;

/// <summary>A reviewing role that the actor may exercise, at review steps only, in the place of somebody who is away at this moment (代审).</summary>
/// <param name="ForId">Who is away.</param>
/// <param name="ForName">His name, for the record.</param>
/// <param name="Role">The reviewing role of that person.</param>
/// <param name="AgencyId">Where that person holds it; the actor sees that agency by a grant of his own.</param>
public sealed record Substitution(Guid ForId, string ForName, Role Role, Guid AgencyId);
