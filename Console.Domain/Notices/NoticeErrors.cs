using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Notices;

/// <summary>Refusals about notices.</summary>
public static class NoticeErrors
{
    /// <summary>Not an hour of the day.</summary>
    public static readonly Error BadHour = new("notice-bad-hour", ErrorKind.Invalid, "digestHour");

    /// <summary>Security, veto-rule and emergency notices cannot be switched off or put off.</summary>
    public static Error AlarmStays(NoticeKind kind) => new("notice-alarm-stays", ErrorKind.Invalid, $"kinds.{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString()[1..]}");
}
