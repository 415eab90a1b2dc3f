using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Web.Media;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace GovAccountConsole.Web.Posts;

/// <summary>Documents that become articles.</summary>
public sealed partial class PostPage
{
    [Inject] private IStringLocalizer<ImportedText> ImportWords { get; set; } = default!;

    private async Task PickPictureAsync()
    {
        if (await MediaPicker.AskAsync(Dialogs) is { } picked && _editor is not null)
        {
            await _editor.PlaceAsync(picked);
        }
    }

    private async Task ImportAsync()
    {
        var parameters = new DialogParameters<ImportDialog>
        {
            { dialog => dialog.AccountId, _post.AccountId },
            { dialog => dialog.Full, _post.Articles.Count >= Article.MostPerPost },
        };
        var shown = await Dialogs.ShowAsync<ImportDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false });
        if ((await shown.Result)?.Data is ImportDialog.Taken taken && _editor is not null)
        {
            await _editor.TakeAsync(taken.Article, taken.Fresh);
            Say(new Notice(ImportWords["Done"]));
        }
    }
}
