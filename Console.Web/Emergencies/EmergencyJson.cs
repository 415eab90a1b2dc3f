using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Infrastructure.Emergencies;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Emergencies;

/// <summary>An emergency of a post on the wire; the members of the follow-up are null before the short approval.</summary>
public sealed record EmergencyJson(PersonJson By, string Reason, DateTimeOffset At, DateTimeOffset? FollowUpDueAt, FollowUpStatus? FollowUpStatus)
{
    /// <summary>Who approved alone.</summary>
    public PersonJson? ApprovedBy { get; init; }

    /// <summary>Who has yet to read it, and who did.</summary>
    public IReadOnlyList<FollowUpSeatJson> FollowUpSeats { get; init; } = [];

    /// <summary>What was said afterwards.</summary>
    public IReadOnlyList<FollowUpDecisionJson> FollowUpDecisions { get; init; } = [];

    /// <summary>Puts an emergency on the wire.</summary>
    public static EmergencyJson? Of(EmergencyDetail? emergency) => emergency is null ? null
        : new(new PersonJson(emergency.By.Id, emergency.By.Name), emergency.Reason, emergency.At, emergency.FollowUpDueAt, emergency.FollowUpStatus)
        {
            ApprovedBy = emergency.ApprovedBy is { } by ? new PersonJson(by.Id, by.Name) : null,
            FollowUpSeats = [.. emergency.Seats.Select(seat => new FollowUpSeatJson(seat.Name, seat.Role, seat.TakenBy is { } person ? new PersonJson(person.Id, person.Name) : null))],
            FollowUpDecisions = [.. emergency.Decisions.Select(said => new FollowUpDecisionJson(new PersonJson(said.By.Id, said.By.Name), said.Decision, said.Comment, said.At, said.ContentHash))],
        };
}

/// <summary>A place of a follow-up on the wire.</summary>
public sealed record FollowUpSeatJson(string Name, Role Role, PersonJson? By);

/// <summary>What somebody said afterwards, on the wire.</summary>
public sealed record FollowUpDecisionJson(PersonJson By, FollowUpVerdict Decision, string? Comment, DateTimeOffset At, string ContentHash);

/// <summary>A naming on the wire.</summary>
public sealed record DesignationJson(
    Guid Id, PersonJson Person, Guid AgencyId, string AgencyName, DateTimeOffset Until, string Reason, PersonJson By, DateTimeOffset At, DateTimeOffset? RevokedAt, bool Active)
{
    /// <summary>Puts a naming on the wire.</summary>
    public static DesignationJson Of(DesignationRow row) => new(
        row.Id, new PersonJson(row.Person.Id, row.Person.Name), row.AgencyId, row.AgencyName, row.Until, row.Reason, new PersonJson(row.By.Id, row.By.Name), row.At, row.RevokedAt, row.Holds);
}

/// <summary>A follow-up that waits, on the wire.</summary>
public sealed record FollowUpJson(Guid PostId, string Title, string AccountName, Guid AgencyId, string AgencyName, int Revision, string ContentHash, EmergencyJson Emergency, bool Overdue);

/// <summary>What is said of a follow-up, as the caller sends it.</summary>
public sealed record FollowUpInput(FollowUpVerdict? Decision, string? Comment);
