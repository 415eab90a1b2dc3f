using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Web.Posts;

/// <summary>What the editor shows around the text: account, state, what may be done next.</summary>
public sealed record PostFacts
{
    /// <summary>Name of the account.</summary>
    public string AccountName { get; init; } = string.Empty;

    /// <summary>The sector's letter on the account's square.</summary>
    public string SectorLetter { get; init; } = string.Empty;

    /// <summary>The sector's colour.</summary>
    public string SectorColor { get; init; } = string.Empty;

    /// <summary>Subscription or service account.</summary>
    public AccountKind Kind { get; init; }

    /// <summary>State of the post.</summary>
    public PostStatus Status { get; init; }

    /// <summary>Number of the newest revision; 0 before the first save.</summary>
    public int Revision { get; init; }

    /// <summary>Current review step and number of steps.</summary>
    public (int Step, int Steps) Review { get; init; }

    /// <summary>Name of the step that decides next, in the plan's words.</summary>
    public string? NextStep { get; init; }

    /// <summary>What this person may do with the post now.</summary>
    public IReadOnlyList<PostAction> Allowed { get; init; } = [];

    /// <summary>Period and number of pushes the account has.</summary>
    public Quota Quota { get; init; } = new(QuotaPeriod.Day, 1);

    /// <summary>Pushes left in the period of the time that is planned, this post not counted.</summary>
    public int QuotaLeft { get; init; }

    /// <summary>The next times with a push left.</summary>
    public IReadOnlyList<DateTimeOffset> FreeSlots { get; init; } = [];

    /// <summary>The slot the post has.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Colleagues who have it open.</summary>
    public IReadOnlyList<Colleague> Others { get; init; } = [];

    /// <summary>Whether this person may write at all.</summary>
    public bool MayEdit => Allowed.Contains(PostAction.Edit);

    /// <summary>Whether a change would void approvals: then nothing is saved by itself.</summary>
    public bool EditVoids => PostTransitions.VoidedByEdit.Contains(Status);
}

/// <summary>How the writing stands against the server.</summary>
public enum SaveState
{
    /// <summary>Nothing was changed yet.</summary>
    Untouched,

    /// <summary>Changed, not yet saved; kept in the browser.</summary>
    Unsaved,

    /// <summary>On its way.</summary>
    Saving,

    /// <summary>The server has everything.</summary>
    Saved,

    /// <summary>The server refused or did not answer; kept in the browser.</summary>
    Failed,

    /// <summary>Somebody else saved in between; both texts are kept.</summary>
    Conflict,
}

/// <summary>A line of the post's history.</summary>
public sealed record HistoryLine(DateTimeOffset At, string? By, string Action, PostStatus? From, PostStatus To, int Revision, int? Step, string? Comment);

/// <summary>What a reviewer said.</summary>
public sealed record OpinionLine(DateTimeOffset At, string By, string Step, bool Approved, int Revision, string? Comment);
