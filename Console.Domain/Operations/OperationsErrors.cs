using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Operations;

/// <summary>Refusals about operations.</summary>
public static class OperationsErrors
{
    /// <summary>Sending is stopped already.</summary>
    public static readonly Error AlreadyStopped = new("already-stopped", ErrorKind.Conflict);

    /// <summary>Sending is not stopped.</summary>
    public static readonly Error NotStopped = new("not-stopped", ErrorKind.Conflict);

    /// <summary>Whoever stopped may not resume: the setting asks for somebody else.</summary>
    public static readonly Error SecondPersonNeeded = new("second-person-needed", ErrorKind.Conflict);

    /// <summary>How sending resumes is not changed while it is stopped.</summary>
    public static readonly Error NotWhileStopped = new("not-while-stopped", ErrorKind.Conflict);

    /// <summary>Only one person may resume: a second one cannot be asked for.</summary>
    public static readonly Error NobodyElse = new("nobody-else", ErrorKind.Conflict);

    /// <summary>This installation may send already.</summary>
    public static readonly Error NotMuted = new("not-muted", ErrorKind.Conflict);

    /// <summary>This installation has no identity; it cannot claim.</summary>
    public static readonly Error NoIdentity = new("no-identity", ErrorKind.Conflict);

    /// <summary>This installation sends nothing: its database belongs to another one.</summary>
    public static readonly Error Muted = new("environment-muted", ErrorKind.Conflict);

    /// <summary>Sending is stopped: what was held is released after it resumes.</summary>
    public static readonly Error Stopped = new("matrix-stopped", ErrorKind.Conflict);

    /// <summary>The post does not wait for a person.</summary>
    public static readonly Error NotHeld = new("not-held", ErrorKind.Conflict);
}
