using GovAccountConsole.Domain.Notices;
using MudBlazor;

namespace GovAccountConsole.Web.Notices;

/// <summary>Icon and weight of each kind of notice; colour never speaks alone.</summary>
public static class NoticeLook
{
    /// <summary>Outlined icon.</summary>
    public static string Icon(NoticeKind kind) => kind switch
    {
        NoticeKind.YourTurn => Icons.Material.Outlined.FactCheck,
        NoticeKind.Returned => Icons.Material.Outlined.Undo,
        NoticeKind.Approved => Icons.Material.Outlined.TaskAlt,
        NoticeKind.Changed => Icons.Material.Outlined.EditNote,
        NoticeKind.Scheduled => Icons.Material.Outlined.Event,
        NoticeKind.Published => Icons.Material.Outlined.CheckCircle,
        NoticeKind.Recalled => Icons.Material.Outlined.DeleteOutline,
        NoticeKind.Failed => Icons.Material.Outlined.ErrorOutline,
        NoticeKind.NeedsPerson or NoticeKind.Overlooked => Icons.Material.Outlined.HelpOutline,
        NoticeKind.AwaitingAdmin or NoticeKind.NotConfirmed => Icons.Material.Outlined.HowToReg,
        NoticeKind.Preflight => Icons.Material.Outlined.ReportProblem,
        NoticeKind.Expired => Icons.Material.Outlined.HistoryToggleOff,
        NoticeKind.Remark => Icons.Material.Outlined.ModeComment,
        NoticeKind.ClockRunning or NoticeKind.ClockRanOut => Icons.Material.Outlined.Timer,
        NoticeKind.Escalated => Icons.Material.Outlined.EscalatorWarning,
        NoticeKind.SubstituteNamed or NoticeKind.SubstituteReleased => Icons.Material.Outlined.SwapHoriz,
        NoticeKind.EmergencyFollowUp => Icons.Material.Outlined.Bolt,
        NoticeKind.CredentialsFailing => Icons.Material.Outlined.Key,
        NoticeKind.AccountSuspended or NoticeKind.AccountResumed => Icons.Material.Outlined.PauseCircle,
        _ => Icons.Material.Outlined.PowerSettingsNew,
    };

    /// <summary>Class of the icon: red only where citizens or a rule are hurt.</summary>
    public static string? Tone(NoticeKind kind) => kind switch
    {
        NoticeKind.Failed or NoticeKind.CredentialsFailing or NoticeKind.MatrixStopped or NoticeKind.EmergencyFollowUp => "gac-notice-red",
        NoticeKind.Returned or NoticeKind.AwaitingAdmin or NoticeKind.NotConfirmed or NoticeKind.Preflight or NoticeKind.NeedsPerson or NoticeKind.Overlooked or NoticeKind.ClockRanOut or NoticeKind.ClockRunning or NoticeKind.Escalated or NoticeKind.Expired or NoticeKind.AccountSuspended => "gac-notice-amber",
        _ => null,
    };
}
