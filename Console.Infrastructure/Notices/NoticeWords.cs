using System.Globalization;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Publishing;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Infrastructure.Notices;

/// <summary>Words notices in the language of the current culture, and knows the place each leads to.</summary>
public sealed class NoticeWords(IStringLocalizer<NoticeText> texts, PlatformWords platform, PreflightWords preflight)
{
    /// <summary>What happened, in one sentence.</summary>
    public string Sentence(NoticeRow notice) => texts[$"Say.{notice.Kind}", Arg(notice, 0), Who(notice), Third(notice)];

    /// <summary>The kind in a few words, for settings.</summary>
    public string Kind(NoticeKind kind) => texts[$"Kind.{kind}"];

    /// <summary>The reason or the way out, where there is one. May quote what people wrote: for the console, never for mails.</summary>
    public string? Detail(NoticeRow notice) => notice.Kind switch
    {
        NoticeKind.Returned or NoticeKind.Recalled or NoticeKind.Remark or NoticeKind.AccountSuspended or NoticeKind.MatrixStopped or NoticeKind.MatrixResumed => NullIfEmpty(Arg(notice, 1)),
        NoticeKind.AwaitingAdmin => texts["AwaitingAdminHelp"],
        NoticeKind.Preflight => preflight.OfNotice(Arg(notice, 1)),
        NoticeKind.Failed or NoticeKind.NeedsPerson or NoticeKind.NotConfirmed => Trouble(notice),
        NoticeKind.CredentialsFailing when notice.SubjectType == "account" => texts["CredentialsHelp"],
        _ => null,
    };

    /// <summary>Where it leads, relative to the console's base.</summary>
    public static string Place(NoticeRow notice) => notice switch
    {
        { Kind: NoticeKind.YourTurn or NoticeKind.ClockRunning or NoticeKind.ClockRanOut or NoticeKind.Escalated } => $"reviews?post={notice.SubjectId}",
        { Kind: NoticeKind.EmergencyFollowUp } => $"posts/{notice.SubjectId}/follow-up",
        { Kind: NoticeKind.SubstituteNamed or NoticeKind.SubstituteReleased } => "settings/absences",
        { Kind: NoticeKind.Remark } when Arg(notice, 1).Split(' ')[0] is ['#', .. var number] && number.All(char.IsAsciiDigit) => $"posts/{notice.SubjectId}?remark={number}",
        { SubjectType: "post" } => $"posts/{notice.SubjectId}",
        { SubjectType: "account" } => $"accounts/{notice.SubjectId}",
        { SubjectType: "matrix" } => "operations",
        _ => "notices",
    };

    private static string Arg(NoticeRow notice, int index) => index < notice.Args.Count ? notice.Args[index] : string.Empty;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private string Who(NoticeRow notice) => notice.ByName ?? texts["Console"];

    private string Third(NoticeRow notice) => notice.Kind switch
    {
        NoticeKind.YourTurn or NoticeKind.ClockRunning or NoticeKind.ClockRanOut or NoticeKind.Escalated => Step(Arg(notice, 1)),
        NoticeKind.SubstituteNamed or NoticeKind.SubstituteReleased => $"{Arg(notice, 1)} – {Arg(notice, 2)}",
        NoticeKind.Scheduled or NoticeKind.AwaitingAdmin => Moment(Arg(notice, 1)),
        NoticeKind.Overlooked => texts[$"Overlooked.{Arg(notice, 1)}"],
        _ => string.Empty,
    };

    // The three steps of the plan everybody starts with have a word in every language; others keep the department's own.
    private string Step(string name) => texts[$"Step.{name}"] is { ResourceNotFound: false } known ? known : name;

    private string Moment(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
        ? BusinessTime.ToShanghai(at).ToString(texts["Moment"], CultureInfo.CurrentCulture)
        : string.Empty;

    private string? Trouble(NoticeRow notice)
    {
        var trouble = new Trouble(Arg(notice, 1), [.. notice.Args.Skip(2)]);
        return platform.Message(trouble) is { Length: > 0 } sentence && sentence != trouble.Code ? sentence : null;
    }
}
