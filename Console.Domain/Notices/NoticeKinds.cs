using System.Collections.Frozen;

namespace GovAccountConsole.Domain.Notices;

/// <summary>What holds for each kind of notice.</summary>
public static class NoticeKinds
{
    // Security, veto rule and emergency (rules.md X17): what nobody may switch off, and what alone may break quiet hours.
    private static readonly FrozenSet<NoticeKind> _alarms = FrozenSet.ToFrozenSet(
    [
        NoticeKind.EmergencyFollowUp, NoticeKind.CredentialsFailing, NoticeKind.AccountSuspended, NoticeKind.MatrixStopped, NoticeKind.MatrixResumed,
    ]);

    private static readonly FrozenDictionary<NoticeKind, NoticeDelivery> _defaults = new Dictionary<NoticeKind, NoticeDelivery>
    {
        [NoticeKind.YourTurn] = NoticeDelivery.Mail,
        [NoticeKind.Returned] = NoticeDelivery.Mail,
        [NoticeKind.Approved] = NoticeDelivery.InApp,
        [NoticeKind.Changed] = NoticeDelivery.InApp,
        [NoticeKind.Scheduled] = NoticeDelivery.InApp,
        [NoticeKind.Published] = NoticeDelivery.InApp,
        [NoticeKind.Recalled] = NoticeDelivery.Mail,
        [NoticeKind.Failed] = NoticeDelivery.Mail,
        [NoticeKind.NeedsPerson] = NoticeDelivery.Mail,
        [NoticeKind.Overlooked] = NoticeDelivery.Mail,
        [NoticeKind.AwaitingAdmin] = NoticeDelivery.Mail,
        [NoticeKind.NotConfirmed] = NoticeDelivery.Mail,
        [NoticeKind.Preflight] = NoticeDelivery.Mail,
        [NoticeKind.Expired] = NoticeDelivery.Digest,
        [NoticeKind.Remark] = NoticeDelivery.Digest,
        [NoticeKind.ClockRunning] = NoticeDelivery.InApp,
        [NoticeKind.ClockRanOut] = NoticeDelivery.Mail,
        [NoticeKind.Escalated] = NoticeDelivery.Mail,
        [NoticeKind.SubstituteNamed] = NoticeDelivery.Mail,
        [NoticeKind.SubstituteReleased] = NoticeDelivery.Mail,
        [NoticeKind.EmergencyFollowUp] = NoticeDelivery.Mail,
        [NoticeKind.CredentialsFailing] = NoticeDelivery.Mail,
        [NoticeKind.AccountSuspended] = NoticeDelivery.Mail,
        [NoticeKind.AccountResumed] = NoticeDelivery.InApp,
        [NoticeKind.MatrixStopped] = NoticeDelivery.Mail,
        [NoticeKind.MatrixResumed] = NoticeDelivery.Mail,
    }.ToFrozenDictionary();

    private static readonly NoticeDelivery[] _forAlarms = [NoticeDelivery.InApp, NoticeDelivery.Mail];

    /// <summary>Every kind, in the order of the settings page.</summary>
    public static IReadOnlyList<NoticeKind> All { get; } = Enum.GetValues<NoticeKind>();

    /// <summary>Whether it is about security, a veto rule or an emergency: it cannot be switched off and waits for no quiet hours.</summary>
    public static bool IsAlarm(NoticeKind kind) => _alarms.Contains(kind);

    /// <summary>How it is delivered to somebody who chose nothing.</summary>
    public static NoticeDelivery Default(NoticeKind kind) => _defaults[kind];

    /// <summary>What a person may choose for it; an alarm is never off and never waits for the daily mail.</summary>
    public static IReadOnlyList<NoticeDelivery> Choices(NoticeKind kind) => IsAlarm(kind) ? _forAlarms : Enum.GetValues<NoticeDelivery>();
}
