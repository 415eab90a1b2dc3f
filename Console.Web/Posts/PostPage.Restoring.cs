using System.Globalization;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Web.Posts;

/// <summary>What an earlier visit left unsaved in this browser comes back.</summary>
public sealed partial class PostPage
{
    private DateTimeOffset? _restoredAt;
    private IReadOnlyList<Article> _beforeRestore = [];

    private async Task FoundDraftAsync(KeptDraft draft)
    {
        var kept = draft.Articles.Select(article => new Article(
            article.Title ?? string.Empty, article.Author ?? string.Empty, article.Digest ?? string.Empty, article.ContentHtml ?? string.Empty,
            article.SourceUrl, article.CoverMediaId, article.CommentsOpen, article.CommentsFansOnly)).ToList();
        if (kept.Count == 0 || SameWords(kept, _post.ToArticles()))
        {
            await _editor!.DiscardDraftAsync();
            return;
        }

        _restoredAt = DateTimeOffset.FromUnixTimeMilliseconds(draft.At);
        _beforeRestore = _post.ToArticles();
        var moved = draft.Base != _post.Version.ToString(CultureInfo.InvariantCulture);
        var theirs = _detail;
        _post.Take(kept);
        if (moved && theirs is not null)
        {
            await ShowConflictAsync(theirs);
        }
        else
        {
            _changing = _facts!.EditVoids;
        }

        await _editor!.ReloadAsync(changed: true);
        if (_theirs is null)
        {
            await ChangedAsync();
        }

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

    /// <summary>The server cleans bodies, so the markup may differ where the words and pictures do not.</summary>
    private static bool SameWords(List<Article> left, IReadOnlyList<Article> right) =>
        left.Count == right.Count && left.Zip(right).All(pair =>
            pair.First with { ContentHtml = string.Empty, SourceUrl = null } == pair.Second with { ContentHtml = string.Empty, SourceUrl = null }
            && (pair.First.SourceUrl ?? string.Empty) == (pair.Second.SourceUrl ?? string.Empty)
            && HtmlText.Paragraphs(pair.First.ContentHtml).SequenceEqual(HtmlText.Paragraphs(pair.Second.ContentHtml))
            && HtmlText.Pictures(pair.First.ContentHtml).SequenceEqual(HtmlText.Pictures(pair.Second.ContentHtml)));
}
