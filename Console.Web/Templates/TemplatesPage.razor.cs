using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Infrastructure.Templates;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace GovAccountConsole.Web.Templates;

/// <summary>Loading, changing and retiring templates.</summary>
public sealed partial class TemplatesPage(
    TemplateQueries queries, CreateTemplate creating, ChangeTemplate changing, RetireTemplate retiring, ReviewPlanQueries plans, CurrentActor current, NavigationManager navigation,
    ErrorText errors, ISnackbar snackbar, IStringLocalizer<TemplatesText> t) : IDisposable
{
    private const int MostOwners = 200;

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<TemplateRow>? _rows;
    private IReadOnlyList<TemplateOwner> _owners = [];
    private IReadOnlyList<PlanRow> _plans = [];
    private TemplateForm? _form;
    private TemplateEdit? _edit;
    private TemplateRow? _theirs;
    private Result? _refused;
    private string? _shown;
    private string _owner = string.Empty;
    private bool _missing;
    private bool _mayPlan;
    private bool _readOnly;
    private bool _busy;

    /// <summary>The template shown, or <c>new</c>.</summary>
    [SupplyParameterFromQuery(Name = "template")]
    public string? Chosen { get; set; }

    private IStringLocalizer<TemplatesText> T => t;

    private string Head => _edit is null ? t["Title"] : _edit.Id is null ? t["New"] : _edit.Name;

    private string DraftKey => $"template:{_edit?.Id?.ToString() ?? "new"}";

    /// <inheritdoc/>
    public void Dispose() => _left.Cancel();

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_rows is not null && _shown == Chosen)
        {
            return;
        }

        (_shown, _refused, _theirs, _missing) = (Chosen, null, null, false);
        var actor = await current.GetAsync(_left.Token);
        _owners = await queries.OwnersAsync(actor, MostOwners, _left.Token);
        _rows = await queries.ListAsync(actor, _left.Token);
        _plans = await plans.ListAsync(actor, _left.Token);
        _mayPlan = await plans.MayManageAsync(actor, _left.Token);
        Show();
    }

    private void Show()
    {
        _edit = null;
        if (Chosen == "new" && _owners.Count > 0)
        {
            _edit = TemplateEdit.Of(null);
            (_edit.AgencyId, _owner, _readOnly) = (_owners[0].AgencyId, _owners[0].Name, false);
        }
        else if (Chosen is not null && _rows!.FirstOrDefault(row => row.Template.Id.ToString() == Chosen) is { } row)
        {
            _edit = TemplateEdit.Of(row.Template);
            (_owner, _readOnly) = (row.Owner.Name, !row.MayChange);
        }
        else
        {
            _missing = Chosen is not null;
        }
    }

    private async Task SaveAsync()
    {
        _busy = true;
        var actor = await current.GetAsync(_left.Token);
        var saved = _edit!.Id is { } id
            ? await changing.ExecuteAsync(actor, id, _edit.Version, _edit.ToInput(), _left.Token)
            : await creating.ExecuteAsync(actor, _edit.AgencyId, _edit.Key, _edit.ToInput(), _left.Token);
        _busy = false;
        _refused = saved.Succeeded ? null : Result.From(saved.Errors);
        if (saved.Succeeded)
        {
            await _form!.DiscardDraftAsync();
            _rows = null;
            snackbar.Add(T["Saved"], Severity.Normal);
            navigation.NavigateTo("settings/templates");
        }
        else if (_edit.Id is { } changed && saved.Errors.Contains(Error.Stale))
        {
            _theirs = await queries.GetAsync(actor, changed, _left.Token);
        }
    }

    // What the other wrote stays as the version before: nothing of it is lost either.
    private async Task SaveOverAsync()
    {
        _edit!.Version = _theirs?.Template.Version;
        await SaveAsync();
    }

    private async Task RetireAsync(TemplateRow row)
    {
        var actor = await current.GetAsync(_left.Token);
        var retired = await retiring.ExecuteAsync(actor, row.Template.Id, _left.Token);
        _refused = retired.Succeeded ? null : retired;
        if (retired.Succeeded)
        {
            snackbar.Add(T["RetiredNow", row.Template.Name], Severity.Normal);
            _rows = await queries.ListAsync(actor, _left.Token);
        }
    }

    private void RefusePicture() => snackbar.Add(T["NoPictures"], Severity.Normal);
}
