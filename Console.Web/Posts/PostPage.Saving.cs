using System.Globalization;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.JSInterop;

namespace GovAccountConsole.Web.Posts;

/// <summary>Saving: by itself in pauses, and whole before a step.</summary>
public sealed partial class PostPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);

    private CancellationTokenSource? _pause;
    private SaveState _save;
    private DateTimeOffset? _savedAt;
    private string _baseHash = string.Empty;
    private bool _changing;
    private IReadOnlyList<string> _refused = [];

    private async Task ChangedAsync()
    {
        _save = SaveState.Unsaved;
        ShowFacts();
        if (!_facts!.EditVoids && _theirs is null)
        {
            await AutosaveSoonAsync();
        }
    }

    private async Task AutosaveSoonAsync()
    {
        if (_pause is not null)
        {
            await _pause.CancelAsync();
        }

        var pause = _pause = CancellationTokenSource.CreateLinkedTokenSource(Left);
        _ = InvokeAsync(async () =>
        {
            try
            {
                await Task.Delay(Pause, Clock, pause.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await SaveAsync(SaveMode.Autosave);
            StateHasChanged();
        });
    }

    private async Task<bool> SaveAsync(SaveMode mode)
    {
        if (_save == SaveState.Saving)
        {
            await AutosaveSoonAsync();
            return false;
        }

        if (_facts is null || !_facts.MayEdit || (_facts.EditVoids && !_changing) || _theirs is not null)
        {
            return false;
        }

        _save = SaveState.Saving;
        int sequence;
        try
        {
            sequence = _editor is null ? 0 : await _editor.FlushAsync();
            // What flushing brought in marks the post as changed again; it is part of this save.
            _save = SaveState.Saving;
        }
        catch (Exception lost) when (lost is JSDisconnectedException or OperationCanceledException)
        {
            _save = SaveState.Failed;
            return false;
        }

        StateHasChanged();
        var sent = _post.ToArticles();
        var saved = await Acts.SaveAsync(_actor, _post, mode, Left);
        if (!saved.Succeeded && saved.Error.Kind == ErrorKind.Stale && await OnlyMovedOnAsync())
        {
            saved = await Acts.SaveAsync(_actor, _post, mode, Left);
        }

        if (!saved.Succeeded)
        {
            return await RefusedAsync(saved);
        }

        await TakeSavedAsync(saved.Value, sequence, unchangedSince: sent.SequenceEqual(_post.ToArticles()));
        return true;
    }

    private async Task TakeSavedAsync(PostVersion saved, int sequence, bool unchangedSince)
    {
        var isFirst = _post.Id is null;
        (_post.Id, _post.Version) = (saved.Id, saved.Version);
        _refused = [];
        _changing = false;
        _savedAt = Clock.GetUtcNow();
        _save = unchangedSince ? SaveState.Saved : SaveState.Unsaved;
        if (await Posts.GetAsync(_actor, saved.Id, Left) is { } detail)
        {
            (_detail, _baseHash, _post.Version) = (detail, detail.ContentHash, detail.Row.Version);
            await LoadAroundAsync(detail);
        }

        if (_editor is not null)
        {
            if (isFirst)
            {
                await _editor.RenameDraftAsync(DraftKey, $"posts/{saved.Id}");
            }

            await _editor.ConfirmSavedAsync(sequence);
        }

        if (!unchangedSince)
        {
            await AutosaveSoonAsync();
        }
    }

    private async Task<bool> RefusedAsync(Result<PostVersion> refused)
    {
        if (refused.Error.Kind == ErrorKind.Stale && await Posts.GetAsync(_actor, _post.Id!.Value, Left) is { } theirs)
        {
            await ShowConflictAsync(theirs);
        }
        else
        {
            _save = SaveState.Failed;
            _refused = Errors.Say(refused);
        }

        return false;
    }

    /// <summary>Whether only the state moved on and the words are still those we started from; then our version is brought up to date.</summary>
    private async Task<bool> OnlyMovedOnAsync()
    {
        if (_post.Id is not { } id || await Posts.GetAsync(_actor, id, Left) is not { } detail || detail.ContentHash != _baseHash || !detail.AllowedActions.Contains(PostAction.Edit))
        {
            return false;
        }

        var voided = PostTransitions.VoidedByEdit.Contains(detail.Row.Status) && !_changing;
        (_detail, _post.Version) = (detail, detail.Row.Version);
        await LoadAroundAsync(detail);
        return !voided;
    }

    private async Task BeginChangeAsync()
    {
        _changing = true;
        await Task.CompletedTask;
    }
}
