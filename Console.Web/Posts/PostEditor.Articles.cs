using GovAccountConsole.Web.Components.Shared;

namespace GovAccountConsole.Web.Posts;

/// <summary>The articles of the post: which one is on the surface, their number and order.</summary>
public sealed partial class PostEditor
{
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

    private async Task DuplicateAsync(ArticleEdit article)
    {
        if (Post.Articles.Count >= Domain.Posts.Article.MostPerPost || _body is null)
        {
            return;
        }

        // What was typed last belongs to the copy too.
        await _body.FlushAsync();
        var copy = ArticleEdit.From(article.ToArticle());
        Post.Articles.Insert(Post.Articles.IndexOf(article) + 1, copy);
        await _body.SetHtmlAsync(copy);
        await ShowAsync(copy);
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
}
