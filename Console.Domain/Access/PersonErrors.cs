using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Access;

/// <summary>Refusals about people and their grants.</summary>
public static class PersonErrors
{
    /// <summary>Not an e-mail address.</summary>
    public static readonly Error BadEmail = new("bad-email", ErrorKind.Invalid, "email");

    /// <summary>Somebody logs in with that address already.</summary>
    public static readonly Error EmailTaken = new("email-taken", ErrorKind.Conflict, "email");

    /// <summary>The agency does not exist where the actor manages people.</summary>
    public static readonly Error UnknownAgency = new("unknown-agency", ErrorKind.NotFound, "agencyId");

    /// <summary>The person holds that role there already.</summary>
    public static readonly Error GrantExists = new("grant-exists", ErrorKind.Conflict, "role");

    /// <summary>Nobody gives roles to himself, takes his own, or shuts himself out.</summary>
    public static readonly Error Oneself = new("not-for-oneself", ErrorKind.Conflict);

    /// <summary>The person also holds roles where the actor manages nobody: only an administrator above both may act on the login.</summary>
    public static readonly Error HeldElsewhere = new("person-held-elsewhere", ErrorKind.Conflict);
}
