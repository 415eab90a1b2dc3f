using System.Globalization;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Components.Shared;

/// <summary>Empty marker of the console's own sentences about troubles in sending; the platform's are <see cref="WeixinText"/>'s.</summary>
public sealed class TroubleWords;

/// <summary>Says what went wrong with a post and what to do next, in plain words: the console's own reasons and the platform's.</summary>
public sealed class TroubleText(IStringLocalizer<TroubleWords> words, IStringLocalizer<WeixinText> platformTexts, PlatformWords platform, IStringLocalizer<CommonText> common)
{
    /// <summary>What happened.</summary>
    public string Message(Trouble trouble) =>
        words[trouble.Code] is { ResourceNotFound: false } own ? own.Value
        : IsPlatforms(trouble) ? platform.Message(trouble)
        : words["other", trouble.Code].Value;

    /// <summary>What to do about it, by where the post stands.</summary>
    public string NextStep(Trouble? trouble, PostStatus status) => Next(trouble, status.ToString());

    /// <summary>What to do about it, by where the delivery stands.</summary>
    public string NextStep(Trouble? trouble, PublicationStatus status) => Next(trouble, status.ToString());

    /// <summary>A sentence of this family by its key; times are shown as Shanghai's.</summary>
    public string Say(string key, params object[] arguments) => words[key, [.. arguments.Select(Shown)]].Value;

    private bool IsPlatforms(Trouble trouble) => !platformTexts[trouble.Code].ResourceNotFound;

    private string Next(Trouble? trouble, string status) =>
        trouble is not null && words[trouble.Code + ".Next"] is { ResourceNotFound: false } own ? own.Value
        : IsParked(trouble, status) ? words["Next.Parked"].Value
        : trouble is not null && status is nameof(PostStatus.Failed) && IsPlatforms(trouble) ? platform.NextStep(trouble)
        : words["Next." + status] is { ResourceNotFound: false } general ? general.Value
        : words["Next.Other"].Value;

    private static bool IsParked(Trouble? trouble, string status) =>
        status is nameof(PostStatus.Scheduled) or nameof(PublicationStatus.Waiting) && trouble?.PlatformCode is { } code && WeixinErrors.Find(code).Retry == RetryKind.Person;

    private object Shown(object argument) => argument is DateTimeOffset at
        ? BusinessTime.ToShanghai(at).ToString(common["Time.MonthDay"].Value + " HH:mm", CultureInfo.CurrentCulture)
        : argument;
}
