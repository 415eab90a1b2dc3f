using GovAccountConsole.Simulator.Drafts;

namespace GovAccountConsole.Simulator.Mass;

internal enum MassState
{
    AwaitingAdmin,
    Sending,
    Success,
    Failed,
    Deleted,
}

/// <summary>A mass send that the platform accepted.</summary>
internal sealed class MassSend
{
    public const string SendSuccess = "send success";
    public const string AdminRefused = "err(40001)";
    public const string AdminSilent = "err(40002)";

    public long MsgId { get; set; }

    /// <summary>Only for articles.</summary>
    public long? MsgDataId { get; set; }
    public string MsgType { get; set; } = "";
    public bool IsToAll { get; set; }
    public int? TagId { get; set; }
    public IReadOnlyList<string> OpenIds { get; set; } = [];

    /// <summary>The caller's clientmsgid, or what the platform derives from range and content.</summary>
    public string DuplicateKey { get; set; } = "";
    public DateTimeOffset? LastDuplicateAt { get; set; }
    public DateTimeOffset AcceptedAt { get; set; }

    /// <summary>When the state changes by itself: the end of sending, or of the administrator's time.</summary>
    public DateTimeOffset DueAt { get; set; }
    public MassState State { get; set; }

    /// <summary>The Status text of the finish event.</summary>
    public string? Outcome { get; set; }

    /// <summary>How the job is to end, when a fault asks for it.</summary>
    public string PlannedOutcome { get; set; } = SendSuccess;

    /// <summary>What goes out is to differ from the draft.</summary>
    public bool IsToBeAltered { get; set; }
    public string? DraftMediaId { get; set; }
    public List<DraftArticle> Articles { get; set; } = [];
    public string? Text { get; set; }
    public int SentCount { get; set; }

    public bool IsOpen => State is MassState.AwaitingAdmin or MassState.Sending;

    /// <summary>Whether it takes a place in the quota: what was refused or failed does not.</summary>
    public bool Counts => State is not MassState.Failed;
}
