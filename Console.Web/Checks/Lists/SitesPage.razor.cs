using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks.Lists;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace GovAccountConsole.Web.Checks.Lists;

/// <summary>Loading and changing the list of official sites.</summary>
public sealed partial class SitesPage(
    SiteQueries queries, RuleListQueries lists, SaveSite saving, RemoveSite removing, ImportSites importing, CurrentActor current, ErrorText errors, ISnackbar snackbar,
    IStringLocalizer<ListsText> t) : IDisposable
{
    private const int PageLength = 50;
    private const int VersionsShown = 20;

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<SiteRow>? _rows;
    private RuleListView? _view;
    private SiteRow? _editing;
    private Result? _refused;
    private object _form = new();
    private string? _next;
    private int _count;
    private bool _busy;

    /// <summary>Part of the words.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>Where the page starts.</summary>
    [SupplyParameterFromQuery(Name = "cursor")]
    public string? CursorText { get; set; }

    private IStringLocalizer<ListsText> T => t;

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        // Not disposed: what still runs asks for its token, and a disposed source would throw instead of ending it.
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var actor = await current.GetAsync(_left.Token);
        var filter = new SiteFilter(Query);
        var page = await queries.ListAsync(actor, filter, Cursor.TryReadId(CursorText, out var after) ? after : null, PageLength, _left.Token);
        (_rows, _next) = (page.Items, page.NextCursor);
        _count = await queries.CountAsync(actor, new SiteFilter(), _left.Token);
        _view = await lists.StateAsync(actor, RuleListKind.Sites, VersionsShown, _left.Token);
    }

    private void Edit(SiteRow row) => (_editing, _refused, _form) = (row, null, new object());

    private void Cancel() => (_editing, _refused, _form) = (null, null, new object());

    private async Task SaveAsync(SiteRule rule)
    {
        _busy = true;
        var saved = await saving.ExecuteAsync(await current.GetAsync(_left.Token), _editing?.Id, rule, _left.Token);
        _busy = false;
        await DoneAsync(saved, () => T["Saved", _view!.Number]);
    }

    private async Task RemoveAsync(SiteRow row) => await DoneAsync(await removing.ExecuteAsync(await current.GetAsync(_left.Token), row.Id, _left.Token), () => T["Removed"]);

    private async Task<Result<ListOutcome>> ImportAsync(string name, byte[] bytes, ListImportMode mode) =>
        await importing.ExecuteAsync(await current.GetAsync(_left.Token), name, bytes, mode, _left.Token);

    private async Task DoneAsync(Result done, Func<string> said)
    {
        _refused = done.Succeeded ? null : done;
        if (done.Succeeded)
        {
            Cancel();
            await LoadAsync();
            snackbar.Add(said(), Severity.Normal);
        }
        else if (done.Errors.All(error => error.Field is null))
        {
            snackbar.Add(errors.SayAll(done), Severity.Normal);
        }
    }
}
