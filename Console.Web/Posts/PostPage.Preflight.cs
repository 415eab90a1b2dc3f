using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Publishing;
using Microsoft.AspNetCore.Components;

namespace GovAccountConsole.Web.Posts;

/// <summary>The looks before the slot, beside the text.</summary>
public sealed partial class PostPage
{
    private PreflightView? _preflight;

    [Inject] private PreflightQueries Preflights { get; set; } = default!;

    [Inject] private LookAgain LookAgain { get; set; } = default!;

    private async Task LoadPreflightAsync(PostStatus status, Guid id) =>
        _preflight = status == PostStatus.Scheduled ? await Preflights.OfPostAsync(_actor, id, Left) : null;

    private async Task LookAgainAsync()
    {
        var asked = await LookAgain.ExecuteAsync(_actor, _post.Id!.Value, Left);
        Snackbar.Add(asked.Succeeded ? T["Pre.Asked"] : Errors.SayAll(asked), MudBlazor.Severity.Normal);
        await LoadPreflightAsync(_facts!.Status, _post.Id!.Value);
    }
}
