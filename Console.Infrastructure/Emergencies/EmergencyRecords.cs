using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Infrastructure.Emergencies;

/// <summary>A naming as shown.</summary>
public sealed record DesignationRow(
    Guid Id, PersonName Person, Guid AgencyId, string AgencyName, DateTimeOffset Until, string Reason, PersonName By, DateTimeOffset At, DateTimeOffset? RevokedAt, bool Holds, bool MayRevoke);

/// <summary>What somebody said in a follow-up, as shown.</summary>
public sealed record FollowUpSaid(PersonName By, FollowUpVerdict Decision, string? Comment, DateTimeOffset At, string Seat, string ContentHash);

/// <summary>A place of a follow-up as shown.</summary>
public sealed record FollowUpPlace(string Name, Role Role, PersonName? TakenBy);

/// <summary>An emergency of a post with its follow-up.</summary>
/// <param name="By">Who declared it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When, UTC.</param>
public sealed record EmergencyDetail(PersonName By, string Reason, DateTimeOffset At)
{
    /// <summary>Who approved alone; null before.</summary>
    public PersonName? ApprovedBy { get; init; }

    /// <summary>When the follow-up is due; null before the short approval.</summary>
    public DateTimeOffset? FollowUpDueAt { get; init; }

    /// <summary>How the follow-up stands; null before the short approval.</summary>
    public FollowUpStatus? FollowUpStatus { get; init; }

    /// <summary>Whether the follow-up's time is over and people have yet to read it.</summary>
    public bool IsOverdue(DateTimeOffset now) => FollowUpStatus == Domain.Emergencies.FollowUpStatus.Open && FollowUpDueAt <= now;

    /// <summary>Its places.</summary>
    public IReadOnlyList<FollowUpPlace> Seats { get; init; } = [];

    /// <summary>What was said.</summary>
    public IReadOnlyList<FollowUpSaid> Decisions { get; init; } = [];
}

/// <summary>A follow-up in the list of those that wait.</summary>
public sealed record FollowUpRow(Guid PostId, string Title, string AccountName, Guid AgencyId, string AgencyName, int Revision, string ContentHash, EmergencyDetail Emergency);

/// <summary>How often an agency used the lane in a period.</summary>
/// <param name="Published">Posts that went out.</param>
/// <param name="Emergency">Of these, by the short chain.</param>
/// <param name="FollowUpsOverdue">Follow-ups whose time is over now.</param>
public sealed record EmergencyShare(int Published, int Emergency, int FollowUpsOverdue);
