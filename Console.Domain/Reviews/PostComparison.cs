using System.Globalization;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>Two revisions of a post compared whole: the articles, and what concerns them all.</summary>
/// <param name="Articles">Article by article.</param>
/// <param name="Settings">Channel, audience and time window, where they changed.</param>
public sealed record PostComparison(IReadOnlyList<ComparedArticle> Articles, IReadOnlyList<ComparedSetting> Settings)
{
    /// <summary>Places where something changed.</summary>
    public int Changes => Settings.Count + Articles.Sum(article => article.Changes);

    /// <summary>Compares two revisions, in either direction.</summary>
    public static PostComparison Of(PostContent before, PostContent after) => new(ArticleComparison.Of(before.Articles, after.Articles), [.. SettingsOf(before, after)]);

    private static IEnumerable<ComparedSetting> SettingsOf(PostContent before, PostContent after)
    {
        if (before.Channel != after.Channel)
        {
            yield return new ComparedSetting(after.Channel == Channel.MassSend ? "Setting.ToMassSend" : "Setting.ToPublish", []);
        }

        if (before.Window != after.Window)
        {
            yield return new ComparedSetting("Setting.Window", [Said(before.Window), Said(after.Window)]);
        }
    }

    private static string Said(TimeWindow? window) => window is null ? "–" : $"{Said(window.NotBefore)} – {Said(window.NotAfter)}";

    private static string Said(DateTimeOffset? at) => at is { } moment ? BusinessTime.ToShanghai(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "…";
}
