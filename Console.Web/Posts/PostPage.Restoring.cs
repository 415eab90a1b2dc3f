using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Merging;

namespace GovAccountConsole.Web.Posts;

/// <summary>What an earlier visit left unsaved in this browser comes back, together with what others wrote meanwhile.</summary>
public sealed partial class PostPage
{
    private DateTimeOffset? _restoredAt;
    private IReadOnlyList<Article> _beforeRestore = [];

    private async Task FoundDraftAsync(KeptDraft draft)
    {
        var kept = new PostEdit { Channel = _post.Channel, PlannedAt = _post.PlannedAt, Window = _post.Window };
        kept.Take([.. draft.Articles.Select(article => new Article(
            article.Title ?? string.Empty, article.Author ?? string.Empty, article.Digest ?? string.Empty, article.ContentHtml ?? string.Empty,
            article.SourceUrl, article.CoverMediaId, article.CommentsOpen, article.CommentsFansOnly))]);
        var (mine, stored) = (kept.ToDraft().Cleaned(), _post.ToDraft().Cleaned());
        if (mine.Says(stored))
        {
            await _editor!.DiscardDraftAsync();
            return;
        }

        _restoredAt = DateTimeOffset.FromUnixTimeMilliseconds(draft.At);
        _beforeRestore = stored.Articles;
        _post.Take(mine.Articles);
        if (_detail is not null && draft.Base != _detail.ContentHash)
        {
            // Where the text it was written over is no longer kept, everything of both sides stays and the person sorts it out.
            var before = await Posts.ArticlesOfAsync(_actor, _detail.Row.Id, draft.Base ?? string.Empty, Left);
            _origin = stored with { Articles = before ?? [] };
            var merge = MergedPost.Of(_origin, mine, stored);
            _post.Take(merge, mine);
            (_origin, _conflicts) = (merge.For(MergeView.BaseAfterLook), merge.Conflicts);
        }

        _changing = _facts!.EditVoids;
        await _editor!.ReloadAsync(changed: true);
        await ChangedAsync();
        StateHasChanged();
    }

    private async Task DiscardRestoredAsync()
    {
        // What was found may have been saved meanwhile, so going back is a change like any other.
        _restoredAt = null;
        _post.Take(_beforeRestore);
        await _editor!.ReloadAsync(changed: true);
        await ChangedAsync();
    }
}
