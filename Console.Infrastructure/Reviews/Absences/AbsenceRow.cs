using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Infrastructure.Reviews.Absences;

/// <summary>How an absence stands.</summary>
public enum AbsenceState
{
    /// <summary>Begins on a later day.</summary>
    Coming,

    /// <summary>Now: the substitute may decide.</summary>
    Current,

    /// <summary>Its last day has passed.</summary>
    Over,

    /// <summary>Ended before its last day.</summary>
    Revoked,

    /// <summary>Within its days, but nobody stands in: the absent person no longer reviews, or the substitute no longer works with that agency.</summary>
    Idle,
}

/// <summary>An absence as shown.</summary>
public sealed record AbsenceRow(
    Guid Id, PersonName Person, PersonName Substitute, Guid AgencyId, string AgencyName, DateOnly From, DateOnly Until, string? Reason, AbsenceState State,
    PersonName NotedBy, DateTimeOffset NotedAt, PersonName? RevokedBy, DateTimeOffset? RevokedAt, bool MayRevoke);

/// <summary>Somebody to choose: who is away, or who stands in.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">His name.</param>
/// <param name="AgencyName">Where he belongs; tells people of one name apart.</param>
public sealed record AbsencePerson(Guid Id, string Name, string AgencyName);
