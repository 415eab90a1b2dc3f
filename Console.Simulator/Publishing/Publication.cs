using GovAccountConsole.Simulator.Drafts;

namespace GovAccountConsole.Simulator.Publishing;

/// <summary>publish_status of a publication.</summary>
internal enum PublishStatus
{
    Success = 0,
    InProgress = 1,
    OriginalityFailed = 2,
    Failed = 3,
    ReviewRejected = 4,
    DeletedByUser = 5,
    Banned = 6,
}

/// <summary>A job made by freepublish/submit.</summary>
internal sealed class Publication
{
    public long PublishId { get; set; }
    public long MsgDataId { get; set; }
    public string DraftMediaId { get; set; } = "";
    public List<DraftArticle> Articles { get; set; } = [];
    public DateTimeOffset SubmittedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public PublishStatus Status { get; set; } = PublishStatus.InProgress;

    /// <summary>How the job is to end, when a fault asks for it.</summary>
    public PublishStatus PlannedStatus { get; set; } = PublishStatus.Success;

    /// <summary>The positions that fail, where a fault names them; null means all.</summary>
    public IReadOnlyList<int>? PlannedFailures { get; set; }

    /// <summary>What goes out is to differ from the draft.</summary>
    public bool IsToBeAltered { get; set; }
    public string? ArticleId { get; set; }
}
