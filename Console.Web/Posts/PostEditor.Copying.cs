using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.AspNetCore.Components;

namespace GovAccountConsole.Web.Posts;

/// <summary>Takes articles of another post over.</summary>
public sealed partial class PostEditor
{
    /// <summary>Wants articles of another post.</summary>
    [Parameter] public EventCallback Copy { get; set; }

    /// <summary>How many articles still fit; one in which nothing was written makes room.</summary>
    public int Room => Article.MostPerPost - Post.Articles.Count(article => !IsBlank(article));

    /// <summary>Puts copies behind the articles there are, and shows the first of them.</summary>
    public async Task<IReadOnlyList<ArticleEdit>> TakeCopiesAsync(IReadOnlyList<CopiedArticle> copies)
    {
        if (_body is null || copies.Count == 0)
        {
            return [];
        }

        await _body.FlushAsync();
        var blank = Post.Articles.Where(IsBlank).ToList();
        var added = copies.Take(Room).Select(copy => ArticleEdit.From(copy.Article)).ToList();
        foreach (var article in added)
        {
            Post.Articles.Add(article);
            await _body.SetHtmlAsync(article);
        }

        await ShowAsync(added[0]);
        foreach (var article in blank)
        {
            Post.Articles.Remove(article);
            await _body.RemoveAsync(article.Key);
        }

        await StructureChangedAsync();
        StateHasChanged();
        return added;
    }

    /// <summary>Takes copies out again; what was written in them meanwhile goes too.</summary>
    public async Task RemoveCopiesAsync(IReadOnlyList<ArticleEdit> copies)
    {
        if (_body is null)
        {
            return;
        }

        await _body.FlushAsync();
        foreach (var article in copies)
        {
            Post.Articles.Remove(article);
        }

        if (Post.Articles.Count == 0)
        {
            Post.Articles.Add(new ArticleEdit { Author = copies[0].Author });
        }

        if (!Post.Articles.Contains(Post.Current))
        {
            await ShowAsync(Post.Articles[^1]);
        }

        await StructureChangedAsync();
        StateHasChanged();
    }

    private static bool IsBlank(ArticleEdit article) =>
        string.IsNullOrWhiteSpace(article.Title) && string.IsNullOrWhiteSpace(article.Digest) && article.CoverMediaId is null
        && !article.ContentHtml.Contains("<img", StringComparison.Ordinal) && Domain.Posts.Checks.HtmlText.Characters(article.ContentHtml) == 0;
}
