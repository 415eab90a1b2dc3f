using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews.Absences;

/// <summary>Refusals about absences and substitutes.</summary>
public static class AbsenceErrors
{
    /// <summary>The person decides no review step: there is nothing to hand over.</summary>
    public static readonly Error NothingToHandOver = new("absence-no-reviewer", ErrorKind.Invalid, "personId");

    /// <summary>Nobody stands in for himself.</summary>
    public static readonly Error Oneself = new("substitute-is-absent", ErrorKind.Invalid, "substituteId");

    /// <summary>Who notes an absence of somebody else does not give himself that person's decisions.</summary>
    public static readonly Error NamesHimself = new("substitute-names-himself", ErrorKind.Invalid, "substituteId");

    /// <summary>The substitute is no active person who works with every agency the absent person reviews for.</summary>
    public static readonly Error OutOfSight = new("substitute-out-of-sight", ErrorKind.Invalid, "substituteId");

    /// <summary>The first day has passed.</summary>
    public static readonly Error InPast = new("absence-in-past", ErrorKind.Invalid, "from");

    /// <summary>The last day lies before the first.</summary>
    public static readonly Error EndsBeforeItBegins = new("absence-empty", ErrorKind.Invalid, "until");

    /// <summary>Longer than <see cref="Absence.MostDays"/> days.</summary>
    public static readonly Error TooLong = new("absence-too-long", ErrorKind.Invalid, "until", Absence.MostDays);

    /// <summary>It is over, or was ended already.</summary>
    public static readonly Error Ended = new("absence-ended", ErrorKind.Conflict);

    /// <summary>Whom one would stand in for wrote the post or took another step: there is no place to take.</summary>
    public static readonly Error AbsentTookPart = new("absent-took-part", ErrorKind.Conflict);

    /// <summary>The person is away on some of these days already.</summary>
    public static Error Overlaps(Absence other) => new("absence-overlaps", ErrorKind.Conflict, "from", Day(other.From), Day(other.Until));

    /// <summary>The substitute is away himself on some of these days.</summary>
    public static Error SubstituteAway(Absence other) => new("substitute-away", ErrorKind.Conflict, "substituteId", Day(other.From), Day(other.Until));

    /// <summary>The person stands in for somebody else on some of these days.</summary>
    public static Error StandsIn(Absence other) => new("absent-stands-in", ErrorKind.Conflict, "from", Day(other.From), Day(other.Until));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
