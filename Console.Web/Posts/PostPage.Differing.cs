using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Web.Posts;

/// <summary>Somebody else was quicker: both texts are kept and the person chooses.</summary>
public sealed partial class PostPage
{
    private PostDetail? _theirs;
    private string? _theirsBy;

    private async Task ShowConflictAsync(PostDetail theirs)
    {
        _save = SaveState.Conflict;
        _theirs = theirs;
        var history = await Posts.HistoryAsync(_actor, theirs.Row.Id, null, HistoryShown, Left);
        _theirsBy = history?.Items.LastOrDefault(row => row.Action is "edited" or "created")?.By?.Name;
        await LoadAroundAsync(theirs);
    }

    private async Task KeepMineAsync()
    {
        (_detail, _post.Version, _baseHash) = (_theirs, _theirs!.Row.Version, _theirs.ContentHash);
        _changing = _facts!.EditVoids;
        (_theirs, _save) = (null, SaveState.Unsaved);
        StateHasChanged();
        if (!_changing)
        {
            await SaveAsync(SaveMode.Complete);
        }
    }

    private async Task KeepTheirsAsync()
    {
        var mine = _post.ToArticles();
        var theirs = _theirs!;
        (_theirs, _save, _changing) = (null, SaveState.Untouched, false);
        Take(theirs);
        ShowFacts();
        StateHasChanged();
        await _editor!.ReloadAsync(changed: false);
        await _editor.DiscardDraftAsync();
        Say(new Notice(T["Conflict.TookTheirs"], () => InvokeAsync(async () =>
        {
            _post.Take(mine);
            _changing = _facts!.EditVoids;
            await _editor.ReloadAsync(changed: true);
            await ChangedAsync();
            StateHasChanged();
        })));
    }
}
