using System.Text.Json.Serialization;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Components.Shared;

namespace GovAccountConsole.Web.Posts;

/// <summary>A step of a delivery on the wire.</summary>
public sealed record PublicationStepJson(
    PublicationStepName Name,
    StepState State,
    DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PlatformId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ErrorCode,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Rid = null);

/// <summary>Something seen about a sending whose answer was lost, on the wire.</summary>
public sealed record SightingJson(
    SightingPlace Asked,
    Sight Saw,
    DateTimeOffset At,
    DateTimeOffset LastAt,
    int Times,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ErrorCode,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Rid);

/// <summary>A delivery on the wire. <c>reason</c> says what to do in every state but under way and done.</summary>
public sealed record PublicationJson(
    PublicationStatus Status, Channel Channel, int Attempts, string? Reason, IReadOnlyList<PublicationStepJson> Steps, IReadOnlyList<string> ArticleUrls)
{
    /// <summary>What was asked after an answer was lost, and what was seen.</summary>
    public IReadOnlyList<SightingJson> Evidence { get; init; } = [];

    /// <summary>How what citizens see compares with what was approved; null before the first look.</summary>
    public ReadBack? ReadBack { get; init; }

    /// <summary>Puts a delivery on the wire.</summary>
    public static PublicationJson Of(PublicationDetail delivery, AccountStatus account, bool stopped, TroubleText words) => new(
        delivery.Status, delivery.Channel, delivery.Attempts, Why(delivery, account, stopped, words),
        [.. delivery.Steps.Select(step => new PublicationStepJson(step.Name, step.State, step.At, step.PlatformId, step.ErrorCode, step.Rid))], delivery.ArticleUrls)
    {
        Evidence = [.. delivery.Evidence.Select(seen => new SightingJson(seen.Asked, seen.Saw, seen.At, seen.LastAt, seen.Times, seen.PlatformCode, seen.PlatformRid))],
        ReadBack = delivery.ReadBack,
    };

    private static string? Why(PublicationDetail delivery, AccountStatus account, bool stopped, TroubleText words) => delivery.Status switch
    {
        PublicationStatus.Publishing or PublicationStatus.Published => null,
        PublicationStatus.Waiting when delivery.Trouble is null && stopped => words.Say("Waiting.Stopped"),
        PublicationStatus.Waiting when delivery.Trouble is null && account != AccountStatus.Active => words.Say("Waiting.AccountNotActive"),
        PublicationStatus.Waiting when delivery.Trouble is null => words.Say("Waiting.Slot", delivery.DueAt),
        _ when delivery.Trouble is { } trouble => words.Message(trouble) + " " + words.NextStep(trouble, delivery.Status),
        _ => words.NextStep(null, delivery.Status),
    };
}
