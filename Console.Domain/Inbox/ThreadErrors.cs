using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Inbox;

/// <summary>Refusals about citizens' conversations.</summary>
public static class ThreadErrors
{
    /// <summary>The account is not active; nothing is sent in its name.</summary>
    public static readonly Error AccountNotSending = new("account-not-sending", ErrorKind.Conflict);
}
