using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Callbacks;

/// <summary>One push to an account's callback address, with every attempt made.</summary>
internal sealed class PushRecord
{
    public const int Kept = 500;

    public Guid Id { get; set; } = Guid.NewGuid();
    public DateTimeOffset At { get; set; }
    public string Kind { get; set; } = "";

    /// <summary>The clear XML, whatever mode it was sent in.</summary>
    public string Xml { get; set; } = "";
    public List<PushAttempt> Attempts { get; set; } = [];
    public bool IsDelivered { get; set; }

    /// <summary>Set when there is no address to push to.</summary>
    public string? Skipped { get; set; }

    /// <summary>From whom, which the address of a delivery names.</summary>
    public string OpenId { get; set; } = "";

    /// <summary>Kept back until somebody releases or drops it.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Lost on purpose.</summary>
    public bool IsDropped { get; set; }

    /// <summary>The disturbance it met.</summary>
    public string? Fault { get; set; }
}

internal sealed record PushAttempt(DateTimeOffset At, int? HttpStatus, string Outcome, double DurationMs);

/// <summary>A push that is kept back, and who waits for the answer to it.</summary>
internal sealed record HeldPush(Account Account, PushRecord Push, Action<CallbackReply?>? Replied);
