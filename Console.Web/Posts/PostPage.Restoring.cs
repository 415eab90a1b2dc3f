using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Merging;

namespace GovAccountConsole.Web.Posts;

/// <summary>What an earlier visit left unsaved in this browser comes back, together with what others wrote meanwhile.</summary>
public sealed partial class PostPage
{
    private DateTimeOffset? _restoredAt;
    private int _restoredOthers;
    private IReadOnlyList<Article> _beforeRestore = [];

    private async Task FoundDraftAsync(KeptDraft draft)
    {
        var (mine, stored) = (Kept(draft.Articles), _post.ToDraft().Cleaned());
        if (mine.Says(stored))
        {
            await _editor!.DiscardDraftAsync();
            return;
        }

        (_restoredAt, _restoredOthers) = (DateTimeOffset.FromUnixTimeMilliseconds(draft.At), draft.Others);
        _beforeRestore = stored.Articles;
        _post.Take(mine.Articles);
        if (_detail is not null && draft.Base != _detail.ContentHash)
        {
            // The text it was written over is kept here or there; where neither has it, everything of both sides stays and the person sorts it out.
            var before = await Posts.ArticlesOfAsync(_actor, _detail.Row.Id, draft.Base ?? string.Empty, Left);
            _origin = stored with { Articles = before ?? (draft.Origin is { } origin ? Kept(origin).Articles : []) };
            var merge = MergedPost.Of(_origin, mine, stored);
            _post.Take(merge, mine);
            (_origin, _conflicts) = (merge.For(MergeView.BaseAfterLook), merge.Conflicts);
            // Open questions are asked again after a crash.
            _post.Origin = merge.Conflicts.Count > 0 && before is not null ? draft.Base! : _post.Origin;
        }

        _changing = _facts!.EditVoids;
        await _editor!.ReloadAsync(changed: true);
        await ChangedAsync();
        StateHasChanged();
    }

    /// <summary>Articles out of the browser, as they would be stored.</summary>
    private PostText Kept(IReadOnlyList<KeptArticle> articles)
    {
        var kept = new PostEdit { Channel = _post.Channel, PlannedAt = _post.PlannedAt, Window = _post.Window };
        kept.Take([.. articles.Select(article => new Article(
            article.Title ?? string.Empty, article.Author ?? string.Empty, article.Digest ?? string.Empty, article.ContentHtml ?? string.Empty,
            article.SourceUrl, article.CoverMediaId, article.CommentsOpen, article.CommentsFansOnly))]);
        return kept.ToDraft().Cleaned();
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
