using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Posts.Import;
using Microsoft.AspNetCore.Components;

namespace GovAccountConsole.Web.Posts;

/// <summary>Takes a document over that was read and looked at.</summary>
public sealed partial class PostEditor
{
    /// <summary>Wants a document for the article on the surface.</summary>
    [Parameter] public EventCallback Import { get; set; }

    /// <summary>Wants a picture of the library for the article on the surface.</summary>
    [Parameter] public EventCallback Pick { get; set; }

    /// <summary>Puts a picture where the person was writing.</summary>
    public Task PlaceAsync(MediaCard picture) => _body?.PlacePictureAsync(picture.Url, picture.Alt) ?? Task.CompletedTask;

    /// <summary>Puts the document into an article of its own, or behind what the article on the surface has. Its title is taken where there was none.</summary>
    public async Task TakeAsync(ImportedArticle imported, bool fresh)
    {
        if (_body is null)
        {
            return;
        }

        if (fresh)
        {
            await AddAsync();
        }

        if (string.IsNullOrWhiteSpace(Post.Current.Title))
        {
            Post.Current.Title = imported.Title;
        }

        await _body.AppendAsync(imported.ContentHtml);
        await _body.FlushAsync();
        await StructureChangedAsync();
        StateHasChanged();
    }
}
