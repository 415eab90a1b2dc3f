using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Inbox;

/// <summary>Refusals about citizens' conversations.</summary>
public static class ThreadErrors
{
    /// <summary>The account is not active; nothing is sent in its name.</summary>
    public static readonly Error AccountNotSending = new("account-not-sending", ErrorKind.Conflict);

    /// <summary>All sending is stopped, matrix-wide.</summary>
    public static readonly Error MatrixStopped = new("matrix-stopped", ErrorKind.Conflict);
}
