namespace GovAccountConsole.Domain.Access;

/// <summary>A role for one agency and everything below it.</summary>
/// <param name="Role">What the person is trusted with.</param>
/// <param name="AgencyId">The top of the part of the tree it covers.</param>
public sealed record Grant(Role Role, Guid AgencyId);

/// <summary>Who acts: a person with the grants held at this moment, or the console itself.</summary>
/// <param name="Id">The person; null for the console's own work.</param>
/// <param name="Name">Shown in history.</param>
/// <param name="Grants">What the person holds now.</param>
public sealed record Actor(Guid? Id, string Name, IReadOnlyList<Grant> Grants)
{
    /// <summary>Somebody without any grant: sees nothing.</summary>
    public static Actor Nobody { get; } = new(null, string.Empty, []);

    /// <summary>The person's id; only for acts that people do.</summary>
    public Guid PersonId => Id ?? throw new InvalidOperationException("The console itself is not a person.");

    /// <summary>
    /// The one agency the person looks at for the moment, with all below it; null looks at everything. It can only narrow:
    /// whoever sets it has checked that it lies at or below a grant. What may be done is not changed by it.
    /// </summary>
    public Guid? Within { get; init; }

    /// <summary>
    /// Whom the person stands in for at this moment. It counts in the rule of review steps (<see cref="Posts.Post.ReviewRefusal"/>) and nowhere else:
    /// neither <see cref="Roots"/> nor <see cref="Can"/> know of it.
    /// </summary>
    public IReadOnlyList<Substitution> Substitutions { get; init; } = [];

    /// <summary>The agencies at which grants are held, or the one the person narrowed to; the scope is these and all below.</summary>
    public Guid[] Roots => Within is { } agency ? [agency] : [.. Grants.Select(grant => grant.AgencyId).Distinct()];

    /// <summary>The agencies at which <paramref name="permission"/> is held: the scope of lists that not every role may read.</summary>
    public Guid[] RootsWith(Permission permission) =>
        [.. Grants.Where(grant => PermissionTable.Allows(grant.Role, permission)).Select(grant => grant.AgencyId).Distinct()];

    /// <summary>Whether some grant on the way from the agency to the root gives <paramref name="permission"/>.</summary>
    /// <param name="permission">The act.</param>
    /// <param name="lineage">The agency itself and all its ancestors.</param>
    public bool Can(Permission permission, IReadOnlyCollection<Guid> lineage) =>
        Grants.Any(grant => PermissionTable.Allows(grant.Role, permission) && lineage.Contains(grant.AgencyId));

    /// <summary>Whether <paramref name="role"/> is held for the agency whose lineage is given.</summary>
    public bool Holds(Role role, IReadOnlyCollection<Guid> lineage) =>
        Grants.Any(grant => grant.Role == role && lineage.Contains(grant.AgencyId));

    /// <summary>Whether <paramref name="permission"/> is held anywhere: decides about navigation, never about an act.</summary>
    public bool CanSomewhere(Permission permission) =>
        Grants.Any(grant => PermissionTable.Allows(grant.Role, permission)) || permission == Permission.ReviewPosts && Substitutions.Count > 0;

    /// <summary>Whether the person stands in for a reviewer of the agency whose lineage is given.</summary>
    public bool StandsIn(IReadOnlyCollection<Guid> lineage) => Substitutions.Any(substitution => lineage.Contains(substitution.AgencyId));
}
