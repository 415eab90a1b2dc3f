using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Merging;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Web.Posts;

/// <summary>
/// Several people in one post. The page knows the text everything here is compared with (<c>_origin</c>) and the stored text it saw last
/// (<c>_seen</c>); what others store comes in between the words being typed, and where both changed the same ones the person is asked.
/// </summary>
public sealed partial class PostPage
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(700);

    private readonly SemaphoreSlim _exchange = new(1);
    private PostText _origin = new(Channel.Publish, null, []);
    private PostText _seen = new(Channel.Publish, null, []);
    private string _seenHash = string.Empty;
    private bool _behind;
    private bool _waiting;
    private IReadOnlyList<MergeConflict> _conflicts = [];
    private string? _theirsBy;

    private static PostText TextOf(PostDetail detail) => new(detail.Row.Channel, detail.Row.PlannedAt, detail.Articles) { Window = detail.Row.Window };

    /// <summary>What the others stored comes in; where that is not possible now, it is tried again.</summary>
    /// <param name="merge">Mine and theirs.</param>
    /// <param name="mine">My words as they were merged.</param>
    /// <param name="sequence">The number under which they came over.</param>
    /// <param name="brought">What is compared with from now on, when theirs came in.</param>
    /// <param name="unseen">And when not.</param>
    private async Task TakeMergeAsync(MergedPost merge, PostText mine, int sequence, MergeView brought, MergeView? unseen)
    {
        var quiet = merge.For(MergeView.Show).Says(mine);
        _behind = !quiet && !(_post.ToDraft().Cleaned() is var now && SameForm(now, mine) && _editor is not null && await _editor.BringAsync(merge, mine, sequence));
        if (!_behind || unseen is not null)
        {
            _origin = merge.For(_behind ? unseen!.Value : brought);
        }

        if (_behind)
        {
            LookAgainSoon();
            return;
        }

        _conflicts = merge.Conflicts;
        if (_conflicts.Count > 0)
        {
            _theirsBy = _post.Id is { } id && _detail is { } detail
                ? (await Posts.RevisionAsync(_actor, id, Math.Max(detail.Row.Revision, 1), Left))?.By.Name
                : null;
        }
    }

    /// <summary>Fields and order are as they were when they were merged; bodies are the browser's affair.</summary>
    private static bool SameForm(PostText now, PostText mine) => (now with { Articles = [] }).Says(mine with { Articles = [] }) && now.Articles.Count == mine.Articles.Count
        && now.Articles.Zip(mine.Articles).All(pair => pair.First with { ContentHtml = string.Empty } == pair.Second with { ContentHtml = string.Empty });

    /// <summary>The stored text the page knows; with open questions the browser keeps the older name, so that they are asked again after a crash.</summary>
    private void Settled(string hash)
    {
        _seenHash = hash;
        if (_conflicts.Count == 0 && !_behind)
        {
            _post.Origin = hash;
        }
    }

    private void LookAgainSoon()
    {
        if (_waiting)
        {
            return;
        }

        _waiting = true;
        _ = InvokeAsync(async () =>
        {
            try
            {
                await Task.Delay(Again, Clock, Left);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            _waiting = false;
            await RefreshAsync();
        });
    }

    /// <summary>Something about the post changed: on another screen, by a reviewer, by the engine, or by our own save.</summary>
    private async Task RefreshAsync()
    {
        if (_post.Id is not { } id || _busy)
        {
            return;
        }

        await _exchange.WaitAsync(Left);
        try
        {
            _actor = await Current.GetAsync(Left);
            if (await Posts.GetAsync(_actor, id, Left) is not { } detail)
            {
                _missing = true;
                StateHasChanged();
                return;
            }

            await FollowAsync(detail);
        }
        finally
        {
            _exchange.Release();
        }

        StateHasChanged();
    }

    private async Task FollowAsync(PostDetail detail)
    {
        (_detail, _post.Version) = (detail, detail.Row.Version);
        // With the same words it was a reviewer or the engine that moved the post on.
        if ((detail.ContentHash != _seenHash || _behind || !TextOf(detail).Says(_seen)) && await HandOverAsync() is { } sequence)
        {
            await MeetAsync(TextOf(detail), sequence);
            Settled(detail.ContentHash);
        }

        await LoadAroundAsync(detail);
    }

    /// <summary>My words as they are now meet a stored text.</summary>
    private async Task MeetAsync(PostText theirs, int sequence, Func<MergedPost, MergedPost>? settle = null)
    {
        var mine = _post.ToDraft().Cleaned();
        var merge = MergedPost.Of(_origin, mine, theirs);
        merge = settle is null ? merge : settle(merge);
        _seen = theirs;
        await TakeMergeAsync(merge, mine, sequence, MergeView.BaseAfterLook, null);
        if (!_behind && !merge.For(MergeView.Save).Says(theirs))
        {
            await ChangedAsync();
        }
        else if (!_behind && _save is SaveState.Conflict && _conflicts.Count == 0)
        {
            _save = SaveState.Saved;
        }

        if (_conflicts.Count > 0)
        {
            _save = SaveState.Conflict;
        }
    }

    /// <summary>A person says what shall stand where both changed the same words.</summary>
    private async Task SettleAsync((MergeConflict Conflict, MergeChoice Choice) said)
    {
        await _exchange.WaitAsync(Left);
        try
        {
            if (await HandOverAsync() is { } sequence && _detail is { } detail)
            {
                await MeetAsync(TextOf(detail), sequence, merge => merge.Conflicts.FirstOrDefault(conflict =>
                    conflict.Part == said.Conflict.Part && conflict.Origin == said.Conflict.Origin && conflict.Theirs == said.Conflict.Theirs) is { } open
                    ? merge.Settle(open, said.Choice)
                    : merge);
            }
        }
        finally
        {
            _exchange.Release();
        }

        await AutosaveSoonAsync();
        StateHasChanged();
    }
}
