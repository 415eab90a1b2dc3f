using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using Microsoft.AspNetCore.Components;

namespace GovAccountConsole.Web.Posts;

/// <summary>
/// What the checks say about the text, and what a person does about it. They run beside the circuit, after a pause in typing, and give up as soon
/// as newer text arrives: no key waits for them.
/// </summary>
public sealed partial class PostEditor : IDisposable
{
    private static readonly TimeSpan _checkPause = TimeSpan.FromMilliseconds(250);

    private CancellationTokenSource? _newer;
    private IReadOnlyList<Article> _checked = [];
    private DateTimeOffset? _checkedFor;
    private CheckReport _report = CheckReport.Empty;
    private bool _checking;

    /// <summary>Looks at articles for a planned time; without it only what needs no lists is looked at.</summary>
    [Parameter] public Func<IReadOnlyList<Article>, DateTimeOffset?, CancellationToken, Task<CheckReport>>? Checker { get; set; }

    /// <summary>Somebody says that a finding is no problem here, and why.</summary>
    [Parameter] public EventCallback<(CheckFinding Finding, string Reason)> Dismissed { get; set; }

    /// <summary>A finding is to be looked at again.</summary>
    [Parameter] public EventCallback<CheckFinding> CheckAgain { get; set; }

    /// <summary>Looks again although the text is the same: rules, dismissals or links changed.</summary>
    public async Task RecheckAsync()
    {
        _checked = [];
        await CheckAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _newer?.Cancel();

    private async Task CheckAsync()
    {
        var articles = Post.ToArticles();
        var planned = Facts.PublishAt ?? Post.PlannedAt;
        if (articles.SequenceEqual(_checked) && planned == _checkedFor)
        {
            return;
        }

        var first = _report == CheckReport.Empty;
        (_checked, _checkedFor) = (articles, planned);
        if (Checker is null)
        {
            var day = BusinessTime.DayOf(planned ?? Clock.GetUtcNow());
            await ShowReportAsync(PostChecks.Of(new CheckScene { Articles = articles, Day = day, Planned = planned is not null, IsOurPicture = IsOurs }));
            return;
        }

        _newer?.Cancel();
        var newer = _newer = new CancellationTokenSource();
        _checking = true;
        _ = Task.Run(() => LookAsync(articles, planned, first ? TimeSpan.Zero : _checkPause, newer.Token), newer.Token);
    }

    private async Task LookAsync(IReadOnlyList<Article> articles, DateTimeOffset? planned, TimeSpan pause, CancellationToken token)
    {
        try
        {
            await Task.Delay(pause, Clock, token);
            var report = await Checker!(articles, planned, token);
            await InvokeAsync(async () =>
            {
                if (!token.IsCancellationRequested)
                {
                    _checking = false;
                    await ShowReportAsync(report);
                    StateHasChanged();
                }
            });
        }
        catch (OperationCanceledException)
        {
            // Newer text is looked at instead, or the page is gone.
        }
    }

    private async Task ShowReportAsync(CheckReport report)
    {
        _report = report;
        await MarkAsync();
    }

    private Task MarkAsync()
    {
        var index = Post.Articles.IndexOf(Post.Current);
        return _body?.MarkAsync(_report.Findings.Where(finding => finding.IsOpen && finding.Article == index && finding is { Field: "body", Words: not null, Code: not "link-dead" })
            .Select(finding => new WordMark(finding.Words!, finding.Weight == CheckWeight.Must ? "must" : "advice", finding.Occurrence))) ?? Task.CompletedTask;
    }

    private Task ToFirstAsync() => _report.Findings is [{ IsOpen: true } first, ..] ? JumpAsync(first) : Task.CompletedTask;

    private async Task JumpAsync(CheckFinding finding)
    {
        _sheet = null;
        await ShowAsync(Post.Articles[finding.Article]);
        StateHasChanged();
        if (finding.Field == "cover" && !ReadOnly)
        {
            await Cover.InvokeAsync(Post.Articles[finding.Article]);
        }
        else if (finding is { Field: "body", Words: { } words } && await _body!.JumpToAsync(words, finding.Occurrence))
        {
            return;
        }
        else if (finding.Field is "body" or "picture" && !(finding.Picture is { } picture && await _body!.JumpToPictureAsync(picture)))
        {
            await _body!.FocusAsync();
        }
        else if (finding.Field is not ("body" or "picture"))
        {
            await _body!.FocusFieldAsync($"ed-{(finding.Field == "sourceUrl" ? "source" : finding.Field)}");
        }
    }

    private async Task FixAsync(CheckFinding finding)
    {
        var article = Post.Articles[finding.Article];
        if (finding.Code == "cover-missing")
        {
            await Cover.InvokeAsync(article);
            return;
        }

        await ShowAsync(article);
        var by = finding.Fix ?? string.Empty;
        switch (finding.Field)
        {
            case "title":
                article.Title = Exchange(article.Title, finding, by);
                await StructureChangedAsync();
                break;
            case "author":
                article.Author = Exchange(article.Author, finding, by);
                await StructureChangedAsync();
                break;
            case "digest":
                article.Digest = Exchange(article.Digest, finding, by);
                await StructureChangedAsync();
                break;
            default:
                await _body!.ReplaceAsync(finding.Words!, by, finding.Occurrence);
                break;
        }
    }

    private static string Exchange(string text, CheckFinding finding, string by) =>
        finding.Offset + finding.Words!.Length <= text.Length && string.CompareOrdinal(text, finding.Offset, finding.Words, 0, finding.Words.Length) == 0
            ? text.Remove(finding.Offset, finding.Words.Length).Insert(finding.Offset, by)
            : text;

    private Task DismissAsync((CheckFinding Finding, string Reason) said) => Dismissed.InvokeAsync(said);

    private Task RestoreCheckAsync(CheckFinding finding) => CheckAgain.InvokeAsync(finding);

    private static bool IsOurs(string address) => address.StartsWith("/media/", StringComparison.Ordinal) && Guid.TryParse(address.AsSpan(7), out _);
}
