using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Posts.Merging;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace GovAccountConsole.Web.Posts;

/// <summary>What happens inside the editor. Everything that reaches the server goes out as an event; articles, checks and news have files of their own.</summary>
public sealed partial class PostEditor
{
    private BodyEditor? _body;
    private PhonePreview? _preview;
    private string _tab = "preview";
    private string? _sheet;
    private bool? _editable;

    /// <summary>Hands over everything typed; the number goes back with <see cref="ConfirmSavedAsync"/>.</summary>
    public Task<int> FlushAsync() => _body?.FlushAsync() ?? Task.FromResult(0);

    /// <summary>Whether a picture is still on its way.</summary>
    public Task<bool> IsUploadingAsync() => _body?.IsUploadingAsync() ?? Task.FromResult(false);

    /// <summary>The server holds everything up to that number.</summary>
    public Task ConfirmSavedAsync(int sequence) => _body?.SavedAsync(sequence, Post.Origin) ?? Task.CompletedTask;

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

    /// <summary>
    /// Brings in what others wrote while the person goes on writing. False when that is not possible at this moment: a word is being composed,
    /// or the same place was typed in since; then nothing happened.
    /// </summary>
    /// <param name="merge">Mine and theirs together.</param>
    /// <param name="mine">What was merged: the words as handed over, cleaned.</param>
    /// <param name="sequence">The number under which they were handed over.</param>
    public async Task<bool> BringAsync(MergedPost merge, PostText mine, int sequence)
    {
        if (_body is null)
        {
            return false;
        }

        var changes = merge.Shown(MergeView.Show).Where(article => article.MinePlace is not null)
            .Select(article => new TextChange(Post.Articles[article.MinePlace!.Value].Key, mine.Articles[article.MinePlace.Value].ContentHtml, article.Body.For(MergeView.Show)))
            .Where(change => change.From != change.To).ToList();
        if (changes.Count > 0 && !await _body.BringAsync(changes, sequence))
        {
            return false;
        }

        var shown = Post.Current;
        var gone = Post.Articles.ToList();
        foreach (var fresh in Post.Take(merge, mine))
        {
            await _body.SetHtmlAsync(fresh);
        }

        if (Post.Current != shown)
        {
            await _body.ShowAsync(Post.Current);
        }

        foreach (var article in gone.Except(Post.Articles))
        {
            await _body.RemoveAsync(article.Key);
        }

        await _body.TrackAsync(Post, changed: false);
        await CheckAsync();
        StateHasChanged();
        return true;
    }

    /// <summary>A cover was chosen.</summary>
    public async Task SetCoverAsync(ArticleEdit article, Guid cover)
    {
        article.CoverMediaId = cover;
        await StructureChangedAsync();
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => CheckAsync();

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
        if (Facts.MayEdit && await _body.FindLeftBehindAsync() is { } left && await _body.ReadLeftBehindAsync() is { } draft)
        {
            await FoundDraft.InvokeAsync(draft with { Others = left.Others });
        }

        await MarkAsync();
        StateHasChanged();
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

    private async Task SetWindowAsync(TimeWindow? window)
    {
        Post.Window = window;
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

    private void Open(string tab)
    {
        _tab = tab;
        _sheet = tab;
    }
}
