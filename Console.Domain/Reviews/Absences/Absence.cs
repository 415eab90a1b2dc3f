using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews.Absences;

/// <summary>
/// 请假与代审: while a reviewer is away, somebody else may decide review steps in his place (docs/decisions/0019). It gives no role and no sight: what the
/// absent person may no longer do, the substitute may not do either, and a substitute's own substitute gains nothing.
/// </summary>
public sealed class Absence : Aggregate
{
    /// <summary>Longest time, in days: who is away longer hands over the role itself.</summary>
    public const int MostDays = 60;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLimit = 200;

    private Absence()
    {
    }

    /// <summary>Who is away.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Who decides meanwhile.</summary>
    public Guid SubstituteId { get; private set; }

    /// <summary>The agency of the absent person; whoever notes absences there, or above, keeps this one too.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>First day, Asia/Shanghai.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, Asia/Shanghai.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Why; null when nobody said.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who noted it.</summary>
    public Guid NotedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset NotedAt { get; private set; }

    /// <summary>When it was ended before its last day, UTC.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Who ended it.</summary>
    public Guid? RevokedById { get; private set; }

    /// <summary>Notes an absence, or names everything that is wrong with it.</summary>
    /// <param name="plan">What is wanted.</param>
    /// <param name="agencyId">The agency of the absent person.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="now">UTC.</param>
    public static Result<Absence> Note(AbsencePlan plan, Guid agencyId, Guid by, DateTimeOffset now)
    {
        var reason = string.IsNullOrWhiteSpace(plan.Reason) ? null : plan.Reason.Trim();
        if (Errors(plan, reason, by, BusinessTime.DayOf(now)) is { Count: > 0 } errors)
        {
            return Result<Absence>.Refuse(errors);
        }

        var absence = new Absence
        {
            PersonId = plan.PersonId,
            SubstituteId = plan.SubstituteId!.Value,
            AgencyId = agencyId,
            From = plan.From!.Value,
            Until = plan.Until!.Value,
            Reason = reason,
            NotedById = by,
            NotedAt = now,
        };
        absence.Say("substituteNamed", by, now);
        return absence;
    }

    /// <summary>Whether it lasts on some day of the time given, revoked ones apart.</summary>
    public bool Touches(DateOnly from, DateOnly until) => RevokedAt is null && From <= until && Until >= from;

    /// <summary>Whether the substitute may act at this moment; whether the absent person still holds his role is looked at besides.</summary>
    public bool HoldsAt(DateTimeOffset now) => BusinessTime.DayOf(now) is var today && Touches(today, today);

    /// <summary>Why it cannot stand beside <paramref name="other"/>; null when it can.</summary>
    public Error? Collides(Absence other) =>
        !other.Touches(From, Until) ? null
        : other.PersonId == PersonId ? AbsenceErrors.Overlaps(other)
        : other.PersonId == SubstituteId ? AbsenceErrors.SubstituteAway(other)
        : other.SubstituteId == PersonId ? AbsenceErrors.StandsIn(other)
        : null;

    /// <summary>Ends it at once; what was decided meanwhile stays.</summary>
    public Result Revoke(Guid by, DateTimeOffset now)
    {
        if (RevokedAt is not null || Until < BusinessTime.DayOf(now))
        {
            return AbsenceErrors.Ended;
        }

        (RevokedAt, RevokedById) = (now, by);
        Say("substituteReleased", by, now);
        return Result.Success;
    }

    private static List<Error> Errors(AbsencePlan plan, string? reason, Guid by, DateOnly today)
    {
        var errors = new List<Error>();
        if (plan.SubstituteId is not { } substitute)
        {
            errors.Add(Error.Required("substituteId"));
        }
        else if (substitute == plan.PersonId)
        {
            errors.Add(AbsenceErrors.Oneself);
        }
        else if (substitute == by)
        {
            errors.Add(AbsenceErrors.NamesHimself);
        }

        if (plan.From is null)
        {
            errors.Add(Error.Required("from"));
        }
        else if (plan.From < today)
        {
            errors.Add(AbsenceErrors.InPast);
        }

        if (plan.Until is null)
        {
            errors.Add(Error.Required("until"));
        }
        else if (plan.Until < (plan.From ?? today))
        {
            errors.Add(AbsenceErrors.EndsBeforeItBegins);
        }
        else if (plan.Until.Value.DayNumber - (plan.From ?? today).DayNumber >= MostDays)
        {
            errors.Add(AbsenceErrors.TooLong);
        }

        if (reason?.Length > ReasonLimit)
        {
            errors.Add(Error.TooLong("reason", ReasonLimit));
        }

        return errors;
    }

    private void Say(string action, Guid by, DateTimeOffset now) =>
        Record(new DomainEvent(action, "absence", Id, AgencyId, by, now, FormattableString.Invariant($"{From:yyyy-MM-dd}/{Until:yyyy-MM-dd}")));
}
