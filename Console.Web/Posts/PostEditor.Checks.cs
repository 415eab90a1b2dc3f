using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Web.Posts;

/// <summary>What the checks say about the text, and what a person does about it.</summary>
public sealed partial class PostEditor
{
    private readonly HashSet<(string Article, string Words)> _accepted = [];
    private IReadOnlyList<Article> _checked = [];
    private IReadOnlyList<CheckFinding> _findings = [];

    private bool Check()
    {
        var articles = Post.ToArticles();
        if (articles.SequenceEqual(_checked))
        {
            return false;
        }

        _checked = articles;
        _findings = [.. PostChecks.Of(articles, IsOurs).Where(finding =>
            finding.Words is null || !finding.Code.StartsWith("personal-", StringComparison.Ordinal) || !_accepted.Contains((Post.Articles[finding.Article].Key, finding.Words)))];
        return true;
    }

    private async Task CheckAsync()
    {
        if (Check())
        {
            await MarkAsync();
        }
    }

    private Task MarkAsync()
    {
        var index = Post.Articles.IndexOf(Post.Current);
        return _body?.MarkAsync(_findings.Where(finding => finding.Article == index && finding is { Field: "body", Words: not null })
            .Select(finding => new WordMark(finding.Words!, finding.Weight == CheckWeight.Must ? "must" : "advice"))) ?? Task.CompletedTask;
    }

    private Task ToFirstAsync() => _findings.Count > 0 ? JumpAsync(_findings[0]) : Task.CompletedTask;

    private async Task JumpAsync(CheckFinding finding)
    {
        _sheet = null;
        await ShowAsync(Post.Articles[finding.Article]);
        StateHasChanged();
        if (finding.Field == "cover" && !ReadOnly)
        {
            await Cover.InvokeAsync(Post.Articles[finding.Article]);
        }
        else if (finding is { Field: "body", Words: { } words })
        {
            await _body!.JumpToAsync(words);
        }
        else if (finding.Field == "body")
        {
            await _body!.FocusAsync();
        }
        else
        {
            await _body!.FocusFieldAsync($"ed-{(finding.Field == "sourceUrl" ? "source" : finding.Field)}");
        }
    }

    private async Task FixAsync(CheckFinding finding)
    {
        if (finding.Code == "cover-missing")
        {
            await Cover.InvokeAsync(Post.Articles[finding.Article]);
            return;
        }

        await ShowAsync(Post.Articles[finding.Article]);
        await _body!.ReplaceAsync(finding.Words!, string.Empty);
    }

    private async Task AcceptAsync(CheckFinding finding)
    {
        _accepted.Add((Post.Articles[finding.Article].Key, finding.Words!));
        _checked = [];
        await CheckAsync();
    }

    private static bool IsOurs(string address) => address.StartsWith("/media/", StringComparison.Ordinal) && Guid.TryParse(address.AsSpan(7), out _);
}
