using System.Globalization;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace GovAccountConsole.Web.Reviews;

/// <summary>One revision of a post, read-only, compared with any other; its content can be saved again as a new revision.</summary>
public sealed partial class RevisionPage(
    PostQueries posts, SaveDraft save, CurrentActor current, ErrorText errors, ISnackbar snackbar, NavigationManager navigation,
    IStringLocalizer<ReviewsText> t, IStringLocalizer<CommonText> words)
{
    private PostComparison _compared = new([], []);
    private RevisionDetail? _shown;
    private PostDetail? _post;
    private int? _baseline;
    private bool _phone;
    private bool _loaded;
    private bool _busy;

    /// <summary>The post.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>The revision.</summary>
    [Parameter] public int Number { get; set; }

    private IStringLocalizer<ReviewsText> T => t;

    private IStringLocalizer<CommonText> Common => words;

    private bool MayRestore => _post is { } post && _shown is { } shown && shown.Number != post.Row.Revision && post.AllowedActions.Contains(PostAction.Edit);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var actor = await current.GetAsync(CancellationToken.None);
        _post = await posts.GetAsync(actor, Id, CancellationToken.None);
        _shown = _post is null ? null : await posts.RevisionAsync(actor, Id, Number, CancellationToken.None);
        (_baseline, _loaded) = (null, true);
        _compared = _shown is { } shown ? PostComparison.Of(shown.Content, shown.Content) : _compared;
    }

    private async Task CompareAsync(ChangeEventArgs change)
    {
        if (_shown is not { } shown || !int.TryParse(change.Value?.ToString(), CultureInfo.InvariantCulture, out var number))
        {
            return;
        }

        var other = number > 0 ? await posts.RevisionAsync(await current.GetAsync(CancellationToken.None), Id, number, CancellationToken.None) : null;
        _baseline = other?.Number;
        var (before, after) = other is null ? (shown, shown) : other.Number < shown.Number ? (other, shown) : (shown, other);
        _compared = PostComparison.Of(before.Content, after.Content);
    }

    private async Task RestoreAsync()
    {
        if (_shown is not { } shown || _post is not { } post || _busy)
        {
            return;
        }

        _busy = true;
        var draft = new PostDraft(post.Row.AccountId, shown.Content.Channel, post.Row.PlannedAt, shown.Articles) { Window = shown.Content.Window };
        var saved = await save.ExecuteAsync(await current.GetAsync(CancellationToken.None), Id, post.Row.Version, draft, SaveMode.Complete, CancellationToken.None);
        _busy = false;
        snackbar.Add(saved.Succeeded ? t["Revision.Restored", shown.Number].Value : errors.SayAll(saved), Severity.Normal);
        if (saved.Succeeded)
        {
            navigation.NavigateTo($"posts/{Id}");
        }
    }
}
