namespace GovAccountConsole.Domain.Audit;

/// <summary>
/// The chain's head at the end of a day (of today: so far). Printed or sent elsewhere it proves later that nothing before it was cut off. The sealer
/// goes on from the newest anchor, never from what it finds in the table, so that a number is never given twice.
/// </summary>
public sealed class AuditAnchor
{
    private AuditAnchor()
    {
        Hash = string.Empty;
    }

    /// <summary>Begins a day.</summary>
    public AuditAnchor(DateOnly day, long sequence, string hash, DateTimeOffset sealedAt)
    {
        Day = day;
        (Sequence, Hash, SealedAt) = (sequence, hash, sealedAt);
    }

    /// <summary>The day in Shanghai.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Number of the last entry sealed that day.</summary>
    public long Sequence { get; private set; }

    /// <summary>Its hash.</summary>
    public string Hash { get; private set; }

    /// <summary>When it was sealed, UTC.</summary>
    public DateTimeOffset SealedAt { get; private set; }

    /// <summary>The day's chain goes on.</summary>
    public void Move(long sequence, string hash, DateTimeOffset sealedAt) => (Sequence, Hash, SealedAt) = (sequence, hash, sealedAt);
}
