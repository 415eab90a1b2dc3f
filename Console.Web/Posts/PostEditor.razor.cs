using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace GovAccountConsole.Web.Posts;

/// <summary>Something to tell in passing, with a way back where there is one.</summary>
/// <param name="Text">One sentence.</param>
/// <param name="Undo">Takes the act back.</param>
public sealed record Notice(string Text, Func<Task>? Undo = null);

/// <summary>What happens inside the editor: articles, text, checks. Everything that reaches the server goes out as an event.</summary>
public sealed partial class PostEditor
{
    private readonly HashSet<(string Article, string Words)> _accepted = [];
    private BodyEditor? _body;
    private PhonePreview? _preview;
    private IReadOnlyList<Article> _checked = [];
    private IReadOnlyList<CheckFinding> _findings = [];
    private string _tab = "preview";
    private string? _sheet;
    private bool? _editable;

    /// <summary>Hands over everything typed; the number goes back with <see cref="ConfirmSavedAsync"/>.</summary>
    public Task<int> FlushAsync() => _body?.FlushAsync() ?? Task.FromResult(0);

    /// <summary>Whether a picture is still on its way.</summary>
    public Task<bool> IsUploadingAsync() => _body?.IsUploadingAsync() ?? Task.FromResult(false);

    /// <summary>The server holds everything up to that number.</summary>
    public Task ConfirmSavedAsync(int sequence) => _body?.SavedAsync(sequence, Post.Version) ?? Task.CompletedTask;

    /// <summary>The post got its address; what the browser keeps moves along.</summary>
    public Task RenameDraftAsync(string draftKey, string address) => _body?.RenameAsync(draftKey, address) ?? Task.CompletedTask;

    /// <summary>Throws away what the browser keeps.</summary>
    public Task DiscardDraftAsync() => _body?.DiscardLeftBehindAsync() ?? Task.CompletedTask;

    /// <summary>Shows the articles of <see cref="Post"/> after the page replaced them.</summary>
    public async Task ReloadAsync(bool changed)
    {
        if (_body is null)
        {
            return;
        }

        foreach (var article in Post.Articles)
        {
            await _body.SetHtmlAsync(article);
        }

        await _body.ShowAsync(Post.Current);
        await _body.TrackAsync(Post, changed);
        await CheckAsync();
        StateHasChanged();
    }

    /// <summary>A cover was chosen.</summary>
    public async Task SetCoverAsync(ArticleEdit article, Guid cover)
    {
        article.CoverMediaId = cover;
        await StructureChangedAsync();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet() => Check();

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_body is { IsReady: true } && _editable != !ReadOnly)
        {
            _editable = !ReadOnly;
            await _body.SetEditableAsync(!ReadOnly);
        }
    }

    private async Task StartAsync()
    {
        foreach (var article in Post.Articles)
        {
            await _body!.SetHtmlAsync(article);
        }

        await _body!.ShowAsync(Post.Current);
        await _body.TrackAsync(Post, changed: false);
        if (Facts.MayEdit && await _body.FindLeftBehindAsync() is not null && await _body.ReadLeftBehindAsync() is { } draft)
        {
            await FoundDraft.InvokeAsync(draft);
        }

        await MarkAsync();
        StateHasChanged();
    }

    private async Task ShowAsync(ArticleEdit article)
    {
        if (article == Post.Current || _body is null)
        {
            return;
        }

        // What was typed last comes over before the other article takes the surface.
        await _body.FlushAsync();
        Post.Current = article;
        await _body.ShowAsync(article);
        await MarkAsync();
    }

    private async Task AddAsync()
    {
        var article = new ArticleEdit { Author = Post.Articles[^1].Author };
        Post.Articles.Add(article);
        await ShowAsync(article);
        await StructureChangedAsync();
    }

    private async Task RemoveAsync(ArticleEdit article)
    {
        if (Post.Articles.Count == 1 || _body is null)
        {
            return;
        }

        await _body.FlushAsync();
        var index = Post.Articles.IndexOf(article);
        Post.Articles.RemoveAt(index);
        await ShowAsync(Post.Articles[Math.Min(index, Post.Articles.Count - 1)]);
        await StructureChangedAsync();
        await Said.InvokeAsync(new Notice(T["Articles.Removed", string.IsNullOrWhiteSpace(article.Title) ? T["Articles.Untitled"].Value : article.Title], () => RestoreAsync(article, index)));
    }

    private Task RestoreAsync(ArticleEdit article, int index) => InvokeAsync(async () =>
    {
        Post.Articles.Insert(Math.Min(index, Post.Articles.Count), article);
        await ShowAsync(article);
        await StructureChangedAsync();
        StateHasChanged();
    });

    private async Task MoveAsync((int From, int To) way)
    {
        var article = Post.Articles[way.From];
        Post.Articles.RemoveAt(way.From);
        Post.Articles.Insert(way.To, article);
        await StructureChangedAsync();
    }

    private async Task SetChannelAsync(Channel channel)
    {
        Post.Channel = channel;
        await StructureChangedAsync();
    }

    private async Task SetTimeAsync(DateTimeOffset? at)
    {
        Post.PlannedAt = at;
        await StructureChangedAsync();
    }

    private async Task StructureChangedAsync()
    {
        if (_body is not null)
        {
            await _body.TrackAsync(Post, changed: true);
        }

        await CheckAsync();
        await Changed.InvokeAsync();
    }

    private async Task FieldChangedAsync()
    {
        await CheckAsync();
        await Changed.InvokeAsync();
    }

    private async Task BodyChangedAsync(BodyChange change)
    {
        if (Post.Articles.FirstOrDefault(article => article.Key == change.Article) is not { } article || article.ContentHtml == change.Html)
        {
            return;
        }

        article.ContentHtml = change.Html;
        await CheckAsync();
        await Changed.InvokeAsync();
    }

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

    private Task PastedAsync(PasteReport report)
    {
        var parts = new List<string>();
        if (report.Formats + report.Empties + report.Indents is var cleaned and > 0)
        {
            parts.Add(T["Paste.Cleaned", cleaned]);
        }

        if (report.Pictures.Count > 0)
        {
            parts.Add(T["Paste.Pictures", report.Pictures.Count]);
        }

        if (report.LostPictures > 0)
        {
            parts.Add(T["Paste.LocalPictures", report.LostPictures]);
        }

        if (report.Dangerous + report.Links is var links and > 0)
        {
            parts.Add(T["Paste.Links", links]);
        }

        return parts.Count == 0 ? Task.CompletedTask : Said.InvokeAsync(new Notice(string.Join(' ', parts)));
    }

    private Task PictureLostAsync(PictureFailure failure)
    {
        var sentence = T["Upload." + failure.Code];
        return Said.InvokeAsync(new Notice(T["Upload.Failed", failure.Name, sentence.ResourceNotFound ? T["Upload.upload-failed"].Value : sentence.Value]));
    }

    private Task ConnectionChangedAsync(string state) => state == "storage-full" ? Said.InvokeAsync(new Notice(T["Storage.Full"])) : Task.CompletedTask;

    private void Open(string tab)
    {
        _tab = tab;
        _sheet = tab;
    }

    private static bool IsOurs(string address) => address.StartsWith("/media/", StringComparison.Ordinal) && Guid.TryParse(address.AsSpan(7), out _);
}
