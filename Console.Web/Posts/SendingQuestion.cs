using System.Globalization;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Posts;

/// <summary>What is asked before citizens get something: number, reach, quota, what cannot be undone.</summary>
public static class SendingQuestion
{
    /// <summary>Before sending at once.</summary>
    public static ConfirmQuestion Now(PostEdit post, PostFacts facts, AccountSlots account, IStringLocalizer<EditorText> words) =>
        post.Channel == Channel.MassSend
            ? new ConfirmQuestion(words["Send.MassNow.Title"], words["Send.MassNow.Do"], words["Send.Back"])
            {
                Body = account.Followers is { } followers ? words["Send.MassNow.Body", account.Name, Rounded(followers, words)] : words["Send.MassNow.BodyPlain", account.Name],
                Facts = FactsOf(facts, words),
                Irreversible = words["Send.Mass.Irreversible"],
            }
            : new ConfirmQuestion(words["Send.PublishNow.Title"], words["Send.PublishNow.Do"], words["Send.Back"])
            {
                Body = words["Send.PublishNow.Body", account.Name],
                Facts = [words["Send.Fact.Content", post.Articles.Count, facts.Revision]],
            };

    /// <summary>Before sending again what a person found not to have been sent.</summary>
    public static ConfirmQuestion Again(PostFacts facts, IStringLocalizer<DeliveryText> words) => new(words["Again.Title"], words["Again.Do"], words["Again.Back"])
    {
        Body = words["Again.Body", facts.AccountName],
        Facts = [words["Again.Fact.Draft"], words["Again.Fact.Record"]],
        Irreversible = words["Again.Irreversible"],
        ReasonLabel = words["Again.Reason"],
        ReasonHelp = words["Again.Reason.Help"],
    };

    /// <summary>Before a correction is begun.</summary>
    public static ConfirmQuestion Correction(PostFacts facts, IStringLocalizer<DeliveryText> words) => new(words["Correct.Title"], words["Correct.Do"], words["Correct.Back"])
    {
        Body = words["Correct.Body", facts.AccountName],
        Facts = [words[facts.Status == PostStatus.Recalled ? "Correct.Fact.Gone" : "Correct.Fact.Stays"], words["Correct.Fact.Review"]],
        ReasonLabel = words["Correct.Reason"],
        ReasonHelp = words["Correct.Reason.Help"],
    };

    /// <summary>Quota, content and what the platform may still ask.</summary>
    public static IReadOnlyList<string> FactsOf(PostFacts facts, IStringLocalizer<EditorText> words) =>
    [
        words["Send.Fact.Quota", words["Quota." + facts.Quota.Period].Value, facts.Quota.Limit, Math.Max(0, facts.QuotaLeft - 1)],
        words["Send.Fact.Reviewed", facts.Revision],
        words["Send.Fact.Admin"],
    ];

    /// <summary>Followers as people say them: 38.2 万, 31,500.</summary>
    public static string Rounded(int followers, IStringLocalizer<EditorText> words) =>
        followers >= 10_000 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh"
            ? words["Send.TenThousands", (followers / 10_000m).ToString("0.#", CultureInfo.InvariantCulture)]
            : followers.ToString("N0", CultureInfo.InvariantCulture);
}
