using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Merging;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Web.Posts;

/// <summary>One article as it is being written. The key names it in this browser tab, whatever its place in the order.</summary>
public sealed class ArticleEdit
{
    /// <summary>Name in this tab, also in the browser's kept draft.</summary>
    public string Key { get; init; } = Guid.NewGuid().ToString("N")[..12];

    /// <summary>Title as typed.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>Author as typed.</summary>
    public string Author { get; set; } = string.Empty;

    /// <summary>Digest as typed.</summary>
    public string Digest { get; set; } = string.Empty;

    /// <summary>Body as the editor gave it last.</summary>
    public string ContentHtml { get; set; } = string.Empty;

    /// <summary>阅读原文 link as typed.</summary>
    public string SourceUrl { get; set; } = string.Empty;

    /// <summary>The cover.</summary>
    public Guid? CoverMediaId { get; set; }

    /// <summary>Whether readers may comment.</summary>
    public bool CommentsOpen { get; set; }

    /// <summary>Whether only followers may comment.</summary>
    public bool CommentsFansOnly { get; set; }

    /// <summary>Starts from a stored article.</summary>
    public static ArticleEdit From(Article article, string? key = null)
    {
        var edit = key is null ? new ArticleEdit() : new ArticleEdit { Key = key };
        edit.Take(article);
        return edit;
    }

    /// <summary>Takes over everything from a stored article.</summary>
    public void Take(Article article)
    {
        Title = article.Title;
        Author = article.Author;
        Digest = article.Digest;
        ContentHtml = article.ContentHtml;
        SourceUrl = article.SourceUrl ?? string.Empty;
        CoverMediaId = article.CoverMediaId;
        CommentsOpen = article.CommentsOpen;
        CommentsFansOnly = article.CommentsFansOnly;
    }

    /// <summary>Takes over only what differs between two texts; the rest stays as it is being typed.</summary>
    public void Take(Article text, Article mine)
    {
        Title = text.Title == mine.Title ? Title : text.Title;
        Author = text.Author == mine.Author ? Author : text.Author;
        Digest = text.Digest == mine.Digest ? Digest : text.Digest;
        ContentHtml = text.ContentHtml == mine.ContentHtml ? ContentHtml : text.ContentHtml;
        SourceUrl = text.SourceUrl == mine.SourceUrl ? SourceUrl : text.SourceUrl ?? string.Empty;
        CoverMediaId = text.CoverMediaId;
        CommentsOpen = text.CommentsOpen;
        CommentsFansOnly = text.CommentsFansOnly;
    }

    /// <summary>What is written now.</summary>
    public Article ToArticle() => new(
        Title, Author, Digest, ContentHtml, string.IsNullOrWhiteSpace(SourceUrl) ? null : SourceUrl.Trim(), CoverMediaId, CommentsOpen, CommentsOpen && CommentsFansOnly);
}

/// <summary>A post as it is being written; carries the version it started from.</summary>
public sealed class PostEdit
{
    private readonly List<ArticleEdit> _articles = [];

    /// <summary>The post; null until the first save.</summary>
    public Guid? Id { get; set; }

    /// <summary>Version it was read with; goes back with the save.</summary>
    public uint Version { get; set; }

    /// <summary>SHA-256 of the stored text that everything here was written over; also kept in the browser beside what is not saved.</summary>
    public string Origin { get; set; } = string.Empty;

    /// <summary>The account it is for.</summary>
    public Guid AccountId { get; set; }

    /// <summary>Page only, or push.</summary>
    public Channel Channel { get; set; }

    /// <summary>The author's wish for a time.</summary>
    public DateTimeOffset? PlannedAt { get; set; }

    /// <summary>The only time in which it may go out; null for any time.</summary>
    public TimeWindow? Window { get; set; }

    /// <summary>Key of the template it is written by.</summary>
    public string? TemplateKey { get; set; }

    /// <summary>Version of that template; null before the first save, which takes the newest.</summary>
    public int? TemplateVersion { get; set; }

    /// <summary>The articles in order; at least one.</summary>
    public IList<ArticleEdit> Articles => _articles;

    /// <summary>The one on the surface.</summary>
    public ArticleEdit Current { get; set; } = new();

    /// <summary>The articles as they would be saved.</summary>
    public IReadOnlyList<Article> ToArticles() => [.. Articles.Select(article => article.ToArticle())];

    /// <summary>What would be saved.</summary>
    public PostDraft ToDraft() => new(AccountId, Channel, PlannedAt, ToArticles()) { Window = Window, TemplateKey = TemplateKey };

    /// <summary>Takes over what others changed; what is not theirs stays as it is being typed.</summary>
    /// <param name="merge">Mine and theirs together.</param>
    /// <param name="mine">What was merged: the words here, cleaned.</param>
    /// <returns>Articles that are new here.</returns>
    public IReadOnlyList<ArticleEdit> Take(MergedPost merge, PostText mine)
    {
        var fresh = new List<ArticleEdit>();
        var articles = new List<ArticleEdit>();
        foreach (var merged in merge.Shown(MergeView.Show))
        {
            var text = merged.For(MergeView.Show);
            if (merged.MinePlace is { } place)
            {
                _articles[place].Take(text, mine.Articles[place]);
                articles.Add(_articles[place]);
            }
            else
            {
                articles.Add(ArticleEdit.From(text));
                fresh.Add(articles[^1]);
            }
        }

        var current = Math.Max(0, _articles.IndexOf(Current));
        _articles.Clear();
        _articles.AddRange(articles.Count > 0 ? articles : [new ArticleEdit()]);
        Current = _articles.Contains(Current) ? Current : _articles[Math.Min(current, _articles.Count - 1)];
        var (channel, at, window) = (merge.Channel.For(MergeView.Show), merge.PlannedAt.For(MergeView.Show), merge.Window.For(MergeView.Show));
        (Channel, PlannedAt, Window) = (channel, at, window);
        return fresh;
    }

    /// <summary>Puts another set of articles in, keeping the keys of those at the same place.</summary>
    public void Take(IReadOnlyList<Article> articles)
    {
        var keys = Articles.Select(article => article.Key).ToArray();
        var place = Math.Max(0, _articles.IndexOf(Current));
        Articles.Clear();
        _articles.AddRange(articles.Select((article, index) => ArticleEdit.From(article, index < keys.Length ? keys[index] : null)));
        Current = Articles[Math.Min(place, Articles.Count - 1)];
    }
}
