using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Merging;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.JSInterop;

namespace GovAccountConsole.Web.Posts;

/// <summary>Saving: by itself in pauses, and whole before a step. What others saved meanwhile comes back with the answer.</summary>
public sealed partial class PostPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);

    private CancellationTokenSource? _pause;
    private SaveState _save;
    private DateTimeOffset? _savedAt;
    private bool _changing;
    private IReadOnlyList<string> _refused = [];

    private async Task ChangedAsync()
    {
        _save = SaveState.Unsaved;
        ShowFacts();
        if (!_facts!.EditVoids)
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
        if (_facts is null || !_facts.MayEdit || (_facts.EditVoids && !_changing))
        {
            return false;
        }

        // One exchange with the server at a time: what is compared must not change under it.
        await _exchange.WaitAsync(Left);
        try
        {
            return await SaveNowAsync(mode);
        }
        finally
        {
            _exchange.Release();
        }
    }

    private async Task<bool> SaveNowAsync(SaveMode mode)
    {
        _save = SaveState.Saving;
        if (await HandOverAsync() is not { } sequence)
        {
            _save = SaveState.Failed;
            return false;
        }

        // What flushing brought in marks the post as changed again; it is part of this save.
        _save = SaveState.Saving;
        StateHasChanged();
        var (draft, version) = (_post.ToDraft(), _post.Id);
        if (version is null)
        {
            var created = await Acts.CreateAsync(_actor, _post, mode, Left);
            return created.Succeeded ? await TakeCreatedAsync(created.Value, sequence, draft) : await RefusedAsync(created.Errors);
        }

        var merged = await Acts.MergeAsync(_actor, _post, _origin, draft, mode, _changing, Left);
        return merged.Succeeded ? await TakeMergedAsync(merged.Value, sequence, draft) : await RefusedAsync(merged.Errors);
    }

    /// <summary>Everything typed comes over; null when the browser is away.</summary>
    private async Task<int?> HandOverAsync()
    {
        try
        {
            return _editor is null ? 0 : await _editor.FlushAsync();
        }
        catch (Exception lost) when (lost is JSDisconnectedException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<bool> TakeCreatedAsync(PostVersion created, int sequence, PostDraft sent)
    {
        _post.Id = created.Id;
        _origin = sent.Cleaned();
        if (_editor is not null)
        {
            await _editor.RenameDraftAsync(DraftKey, $"posts/{created.Id}");
        }

        return await SavedAsync(created, null, sequence, sent);
    }

    private async Task<bool> TakeMergedAsync(MergedDraft saved, int sequence, PostDraft sent)
    {
        await TakeMergeAsync(saved.Merge, sent.Cleaned(), sequence, MergeView.BaseAfterSave, MergeView.BaseUnseen);
        _changing = false;
        return await SavedAsync(saved.Post, saved.ContentHash, sequence, sent);
    }

    private async Task<bool> SavedAsync(PostVersion saved, string? hash, int sequence, PostDraft sent)
    {
        _refused = [];
        _savedAt = Clock.GetUtcNow();
        if (await Posts.GetAsync(_actor, saved.Id, Left) is { } detail)
        {
            (_detail, _post.Version) = (detail, detail.Row.Version);
            Settled(hash ?? detail.ContentHash);
            _seen = detail.ContentHash == _seenHash ? TextOf(detail) : _seen;
            await LoadAroundAsync(detail);
            if (detail.ContentHash != _seenHash)
            {
                LookAgainSoon();
            }
        }

        var typedOn = _editor is not null && await HandOverAsync() is { } now && now != sequence;
        _save = _conflicts.Count > 0 ? SaveState.Conflict : typedOn ? SaveState.Unsaved : SaveState.Saved;
        if (_editor is not null && _conflicts.Count == 0)
        {
            await _editor.ConfirmSavedAsync(sequence);
        }

        if (typedOn)
        {
            await AutosaveSoonAsync();
        }

        return !_behind && _conflicts.Count == 0;
    }

    private async Task<bool> RefusedAsync(IReadOnlyList<Error> refused)
    {
        _save = SaveState.Failed;
        _refused = [.. refused.Select(Errors.Say).Distinct()];
        if (_post.Id is { } id && await Posts.GetAsync(_actor, id, Left) is { } detail)
        {
            // The reason may be that the post moved on; then the page shows where it stands.
            (_detail, _post.Version) = (detail, detail.Row.Version);
            await LoadAroundAsync(detail);
        }

        return false;
    }

    private async Task BeginChangeAsync()
    {
        _changing = true;
        await Task.CompletedTask;
    }
}
