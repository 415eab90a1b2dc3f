namespace GovAccountConsole.Domain.Emergencies;

/// <summary>What somebody says of a text that is out already.</summary>
public enum FollowUpVerdict
{
    /// <summary>Nothing to object.</summary>
    Approve,

    /// <summary>Something is wrong; people decide whether it is corrected or recalled, never the console.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("object")]
    Contest,
}

/// <summary>补审意见. Never changed, never removed.</summary>
public sealed class FollowUpDecision
{
    private FollowUpDecision() => ContentHash = string.Empty;

    internal FollowUpDecision(Guid byId, FollowUpVerdict verdict, string? comment, string contentHash, string seat, DateTimeOffset at)
    {
        ById = byId;
        Verdict = verdict;
        Comment = comment;
        ContentHash = contentHash;
        Seat = seat;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Who.</summary>
    public Guid ById { get; private set; }

    /// <summary>What.</summary>
    public FollowUpVerdict Verdict { get; private set; }

    /// <summary>Remark; the reason of an objection.</summary>
    public string? Comment { get; private set; }

    /// <summary>SHA-256 of what was read.</summary>
    public string ContentHash { get; private set; }

    /// <summary>Name of the step whose place the person took.</summary>
    public string Seat { get; private set; } = string.Empty;

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }
}
