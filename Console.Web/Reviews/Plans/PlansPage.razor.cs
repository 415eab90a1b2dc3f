using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Infrastructure.Templates;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace GovAccountConsole.Web.Reviews.Plans;

/// <summary>Loading, changing and trying the review plans.</summary>
public sealed partial class PlansPage(
    ReviewPlanQueries queries, CreateReviewPlan creating, ChangeReviewPlan changing, RetireReviewPlan retiring, AccountQueries accounts, AgencyQueries agencies,
    TemplateQueries templates, SectorDirectory sectors, CurrentActor current, NavigationManager navigation, ErrorText errors, ISnackbar snackbar, IStringLocalizer<PlansText> t,
    IStringLocalizer<CommonText> common) : IDisposable
{
    private const int MostOffered = 200;

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<PlanRow> _plans = [];
    private IReadOnlyList<(Guid Id, string Name)> _accounts = [];
    private IReadOnlyDictionary<string, string> _sectors = new Dictionary<string, string>();
    private IReadOnlyDictionary<Guid, string> _agencies = new Dictionary<Guid, string>();
    private IReadOnlyList<string> _templates = [];
    private PlanSentence? _sentence;
    private PlanEdit? _edit;
    private Result? _refused;
    private bool _mayManage;
    private bool _busy;

    /// <summary>The plan being changed, or <c>new</c>.</summary>
    [SupplyParameterFromQuery(Name = "plan")]
    public string? Chosen { get; set; }

    /// <summary>The kind of text a new plan is for, by the key of its template.</summary>
    [SupplyParameterFromQuery(Name = "kind")]
    public string? Kind { get; set; }

    private IStringLocalizer<PlansText> T => t;

    /// <inheritdoc/>
    public void Dispose() => _left.Cancel();

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var actor = await current.GetAsync(_left.Token);
        _mayManage = await queries.MayManageAsync(actor, _left.Token);
        _plans = await queries.ListAsync(actor, _left.Token);
        if (_sentence is null)
        {
            var known = await sectors.GetAsync(_left.Token);
            _sectors = known.Values.OrderBy(sector => sector.Order).ToDictionary(sector => sector.Code, sector => sector.Name, StringComparer.Ordinal);
            _accounts = [.. (await accounts.ListAsync(actor, new AccountFilter(), null, MostOffered, _left.Token)).Items.Select(row => (row.Id, row.Name))];
            _agencies = (await agencies.ListAsync(actor, new AgencyFilter(), null, MostOffered, _left.Token)).Items.ToDictionary(row => row.Id, row => row.Name);
            var kinds = (await templates.ListAsync(actor, _left.Token)).Select(row => row.Template).DistinctBy(template => template.Key, StringComparer.Ordinal).ToList();
            _templates = [.. kinds.Where(template => template.RetiredAt is null).Select(template => template.Key)];
            _sentence = new PlanSentence(t, common, known, kinds.ToDictionary(template => template.Key, template => template.Name, StringComparer.Ordinal));
        }

        _refused = null;
        _edit = !_mayManage || Chosen is null ? null
            : Chosen == "new" ? PlanEdit.Of(null, Kind)
            : _plans.FirstOrDefault(plan => plan.Id.ToString() == Chosen && plan.RetiredAt is null) is { } plan ? PlanEdit.Of(plan) : null;
    }

    private IReadOnlyDictionary<Guid, string> NamesOf(PlanEdit edit) => _plans.FirstOrDefault(plan => plan.Id == edit.Id)?.Names ?? new Dictionary<Guid, string>();

    private async Task<PlanTrial?> AskAsync(PlanQuestion question) => await queries.TryAsync(await current.GetAsync(_left.Token), question, _left.Token);

    private async Task SaveAsync()
    {
        _busy = true;
        var actor = await current.GetAsync(_left.Token);
        var saved = _edit!.Id is { } id
            ? await changing.ExecuteAsync(actor, id, _edit.Version, _edit.ToInput(), _left.Token)
            : await creating.ExecuteAsync(actor, _edit.ToInput(), _left.Token);
        _busy = false;
        _refused = saved.Succeeded ? null : Result.From(saved.Errors);
        if (saved.Succeeded)
        {
            snackbar.Add(T["Saved"], Severity.Normal);
            navigation.NavigateTo("settings/review-plans");
        }
    }

    private async Task RetireAsync(PlanRow plan)
    {
        var actor = await current.GetAsync(_left.Token);
        var retired = await retiring.ExecuteAsync(actor, plan.Id, _left.Token);
        _refused = retired.Succeeded ? null : retired;
        if (retired.Succeeded)
        {
            snackbar.Add(T["RetiredNow", plan.Name], Severity.Normal);
            _plans = await queries.ListAsync(actor, _left.Token);
        }
    }
}
