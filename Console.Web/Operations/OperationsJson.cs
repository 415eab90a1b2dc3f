using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Posts;

namespace GovAccountConsole.Web.Operations;

/// <summary>Whether the matrix may send, on the wire, with what the engine has before it within the caller's scope.</summary>
/// <param name="Stopped">Nothing is sent.</param>
/// <param name="Reason">Why it was stopped or resumed last.</param>
/// <param name="By">Who did.</param>
/// <param name="At">When.</param>
/// <param name="Muted">This installation sends nothing: the database belongs to another one.</param>
/// <param name="ResumeNeedsSecond">Somebody else than who stopped must resume.</param>
/// <param name="ClaimedAt">When the database was claimed for the installation it belongs to.</param>
/// <param name="Figures">What the engine has before it.</param>
/// <param name="Nodes">Running copies of the console with their lanes; empty for those who neither operate nor audit.</param>
public sealed record MatrixStateJson(
    bool Stopped, string? Reason, string? By, DateTimeOffset? At, bool Muted, bool ResumeNeedsSecond, DateTimeOffset? ClaimedAt, EngineFigures Figures, IReadOnlyList<NodeView> Nodes)
{
    /// <summary>The wire form.</summary>
    public static MatrixStateJson Of(MatrixStateView state, EngineFigures figures, IReadOnlyList<NodeView> nodes) =>
        new(state.Stopped, state.Reason, state.ByName, state.At, state.Muted, state.ResumeNeedsSecond, state.ClaimedAt, figures, nodes);
}

/// <summary>How sending resumes.</summary>
/// <param name="ResumeNeedsSecond">Somebody else than who stopped must resume.</param>
public sealed record OperationsSettingsInput(bool? ResumeNeedsSecond);

/// <summary>A held post on the wire.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Title">Of its first article.</param>
/// <param name="AccountId">The account.</param>
/// <param name="AccountName">Its name.</param>
/// <param name="AgencyId">Whose.</param>
/// <param name="AgencyName">Its name.</param>
/// <param name="DueAt">Its slot.</param>
/// <param name="WaitsForPerson">It goes out only when released; else by itself once sending is on again.</param>
/// <param name="MayRelease">The caller may release it or take its slot away.</param>
/// <param name="Reason">Why it waits, in the caller's language.</param>
public sealed record HeldJson(
    Guid PostId, string Title, Guid AccountId, string AccountName, Guid AgencyId, string AgencyName, DateTimeOffset DueAt, bool WaitsForPerson, bool MayRelease, string? Reason)
{
    /// <summary>The wire form.</summary>
    public static HeldJson Of(HeldRow row, TroubleText words) =>
        new(row.PostId, row.Title, row.AccountId, row.AccountName, row.AgencyId, row.AgencyName, row.DueAt, row.WaitsForPerson, row.MayDecide, row.Trouble is { } trouble ? words.Message(trouble) : null);
}

/// <summary>Which held posts are released.</summary>
/// <param name="PostIds">These.</param>
/// <param name="All">Every held post the caller may decide about, up to 500.</param>
public sealed record ReleaseInput(IReadOnlyList<Guid>? PostIds, bool? All);

/// <summary>A post that stays held.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Code">Why, as a stable code.</param>
/// <param name="Detail">Why, in the caller's language.</param>
public sealed record NotReleasedJson(Guid PostId, string Code, string Detail);

/// <summary>What became of a release.</summary>
/// <param name="Released">On their way.</param>
/// <param name="Refused">Still held.</param>
/// <param name="Remaining">Held posts of the caller's scope that wait on.</param>
public sealed record ReleasedJson(IReadOnlyList<Guid> Released, IReadOnlyList<NotReleasedJson> Refused, int Remaining);
