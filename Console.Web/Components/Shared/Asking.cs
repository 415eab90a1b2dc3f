using MudBlazor;

namespace GovAccountConsole.Web.Components.Shared;

/// <summary>Asks before something citizens would feel.</summary>
public static class Asking
{
    /// <summary>Shows the question; null when the person kept things as they are.</summary>
    public static async Task<ConfirmAnswer?> AskAsync(this IDialogService dialogs, ConfirmQuestion question)
    {
        var parameters = new DialogParameters<ConfirmDialog> { { dialog => dialog.Question, question } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };
        var reference = await dialogs.ShowAsync<ConfirmDialog>(null, parameters, options);
        return (await reference.Result)?.Data as ConfirmAnswer;
    }
}
