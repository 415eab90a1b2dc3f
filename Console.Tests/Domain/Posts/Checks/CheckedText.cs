using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Tests.Domain.Posts.Checks;

/// <summary>An article in which nothing is wrong but what a test puts there, read on Wednesday, 25 November 2026.</summary>
public static class CheckedText
{
    public static readonly DateOnly Day = new(2026, 11, 25);

    public static Article Article(string html, string title = "题") =>
        new(title, "作者", "摘要", html.StartsWith('<') ? html : $"<p>{html}</p>", null, Guid.Parse("0198a5f0-0000-7000-8000-000000000001"), false, false);

    public static CheckScene Scene(string html, string title = "题") => new() { Articles = [Article(html, title)], Day = Day };

    public static IReadOnlyList<CheckFinding> In(string html, string title = "题") => Of(Scene(html, title)).Findings;

    public static CheckReport Of(CheckScene scene) => PostChecks.Of(scene, TestContext.Current.CancellationToken);

    public static CheckFinding? Found(string html, string code, string title = "题") => In(html, title).FirstOrDefault(finding => finding.Code == code);
}
