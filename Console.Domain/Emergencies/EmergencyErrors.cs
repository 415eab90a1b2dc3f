using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Emergencies;

/// <summary>Refusals of the emergency lane.</summary>
public static class EmergencyErrors
{
    /// <summary>Nobody named this person for emergencies of the agency, or no longer.</summary>
    public static readonly Error NotDesignated = new("not-designated", ErrorKind.Forbidden);

    /// <summary>The short chain needs its reason.</summary>
    public static readonly Error ReasonMissing = new("emergency-reason-missing", ErrorKind.Invalid, "reason");

    /// <summary>Whoever declared the emergency is no longer named for it: the short chain no longer holds.</summary>
    public static readonly Error Lapsed = new("emergency-lapsed", ErrorKind.Conflict);

    /// <summary>The follow-up review has ended, or the approval it followed is void.</summary>
    public static readonly Error FollowUpClosed = new("follow-up-closed", ErrorKind.Conflict);

    /// <summary>A designation ends after today and within a year.</summary>
    public static readonly Error UntilNotAccepted = Error.NotAccepted("until");

    /// <summary>The person is named for this agency already; a new term needs the old one taken back first.</summary>
    public static readonly Error AlreadyDesignated = new("already-designated", ErrorKind.Conflict);

    /// <summary>The person cannot write for the agency, so that naming would open nothing.</summary>
    public static readonly Error PersonNotAccepted = Error.NotAccepted("personId");
}
