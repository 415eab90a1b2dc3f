using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using MudBlazor;

namespace GovAccountConsole.Web.Components.Shared;

/// <summary>How a state looks, everywhere: one word (by key), one icon, one colour.</summary>
/// <param name="Key">Key of the word in <see cref="CommonText"/>.</param>
/// <param name="Css">Class of the chip.</param>
/// <param name="Icon">Outlined icon.</param>
public sealed record StatusLook(string Key, string Css, string Icon)
{
    private static readonly StatusLook[] _posts = [.. Enum.GetValues<PostStatus>().Select(Make)];
    private static readonly StatusLook[] _accounts = [.. Enum.GetValues<AccountStatus>().Select(Make)];

    /// <summary>The look of a post's state.</summary>
    public static StatusLook Of(PostStatus status) => _posts[(int)status];

    /// <summary>The look of an account's state.</summary>
    public static StatusLook Of(AccountStatus status) => _accounts[(int)status];

    private static StatusLook Make(PostStatus status)
    {
        var (css, icon) = status switch
        {
            PostStatus.Draft => ("gac-chip", Icons.Material.Outlined.EditNote),
            PostStatus.InReview => ("gac-chip gac-chip-cyan", Icons.Material.Outlined.RateReview),
            PostStatus.Approved => ("gac-chip gac-chip-line", Icons.Material.Outlined.TaskAlt),
            PostStatus.Scheduled => ("gac-chip gac-chip-pri", Icons.Material.Outlined.Schedule),
            PostStatus.Publishing => ("gac-chip gac-chip-fill", Icons.Material.Outlined.Sync),
            PostStatus.Published => ("gac-chip gac-chip-green", Icons.Material.Outlined.CheckCircle),
            PostStatus.Returned => ("gac-chip gac-chip-amber", Icons.Material.Outlined.Undo),
            PostStatus.AwaitingAdmin => ("gac-chip gac-chip-amber", Icons.Material.Outlined.HowToReg),
            PostStatus.Unconfirmed => ("gac-chip gac-chip-amber", Icons.Material.Outlined.HelpOutline),
            PostStatus.Failed => ("gac-chip gac-chip-red", Icons.Material.Outlined.ErrorOutline),
            PostStatus.Withdrawn => ("gac-chip", Icons.Material.Outlined.RemoveCircleOutline),
            PostStatus.Recalled => ("gac-chip", Icons.Material.Outlined.DeleteOutline),
            PostStatus.Expired => ("gac-chip", Icons.Material.Outlined.TimerOff),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };
        return new StatusLook($"Post.{status}", css, icon);
    }

    private static StatusLook Make(AccountStatus status)
    {
        var (css, icon) = status switch
        {
            AccountStatus.Applied => ("gac-chip", Icons.Material.Outlined.EditNote),
            AccountStatus.Verifying => ("gac-chip gac-chip-cyan", Icons.Material.Outlined.Sync),
            AccountStatus.Active => ("gac-chip-quiet", string.Empty),
            AccountStatus.Suspended => ("gac-chip", Icons.Material.Outlined.PauseCircle),
            AccountStatus.Closed => ("gac-chip", Icons.Material.Outlined.Block),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };
        return new StatusLook($"Account.{status}", css, icon);
    }
}
