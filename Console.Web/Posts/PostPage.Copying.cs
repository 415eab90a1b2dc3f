using GovAccountConsole.Infrastructure.Posts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace GovAccountConsole.Web.Posts;

/// <summary>Articles of other posts that come into this one.</summary>
public sealed partial class PostPage
{
    [Inject] private IStringLocalizer<CopyText> CopyWords { get; set; } = default!;

    private async Task CopyAsync()
    {
        if (_editor is not { } editor)
        {
            return;
        }

        var parameters = new DialogParameters<CopyDialog>
        {
            { dialog => dialog.AccountId, _post.AccountId },
            { dialog => dialog.AccountName, _facts!.AccountName },
            { dialog => dialog.PostId, _post.Id },
            { dialog => dialog.Room, editor.Room },
        };
        var shown = await Dialogs.ShowAsync<CopyDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false });
        if ((await shown.Result)?.Data is not IReadOnlyList<CopiedArticle> copies)
        {
            return;
        }

        var added = await editor.TakeCopiesAsync(copies);
        var lost = copies.Sum(copy => copy.LostPictures + (copy.LostCover ? 1 : 0));
        Say(new Notice(
            CopyWords["Done", added.Count] + (lost > 0 ? " " + CopyWords["Done.Lost", lost] : string.Empty),
            () => InvokeAsync(() => editor.RemoveCopiesAsync(added))));
    }
}
