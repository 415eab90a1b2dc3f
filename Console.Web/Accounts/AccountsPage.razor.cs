using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Accounts;

/// <summary>The matrix as a table, fifty accounts at a time.</summary>
public sealed partial class AccountsPage(
    MatrixQueries matrix, AgencyQueries agencies, SectorDirectory sectors, CurrentActor current, LiveUpdates live, NavigationManager navigation, TimeProvider clock,
    IStringLocalizer<AccountsText> t, IStringLocalizer<CommonText> words) : IDisposable
{
    private const int PageLength = 50;

    private readonly CancellationTokenSource _left = new();
    private Actor _actor = Actor.Nobody;
    private AccountTab _tab = AccountTab.All[0];
    private MatrixCounts? _counts;
    private IReadOnlyList<MatrixRow>? _rows;
    private string? _next;
    private DateTimeOffset _now = clock.GetUtcNow();
    private IReadOnlyList<FilterOption> _agencyOptions = [];
    private IReadOnlyList<FilterOption> _sectorOptions = [];
    private IReadOnlyList<FilterOption> _kindOptions = [];
    private IReadOnlyList<FilterOption> _healthOptions = [];
    private IDisposable? _subscription;

    /// <summary>Name of the tab.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    /// <summary>Narrows to an agency and all below.</summary>
    [SupplyParameterFromQuery(Name = "agency")]
    public string? Agency { get; set; }

    /// <summary>Narrows to sectors.</summary>
    [SupplyParameterFromQuery(Name = "sector")]
    public string? Sector { get; set; }

    /// <summary>Narrows to a kind.</summary>
    [SupplyParameterFromQuery(Name = "kind")]
    public string? Kind { get; set; }

    /// <summary>Narrows to a health of credentials.</summary>
    [SupplyParameterFromQuery(Name = "health")]
    public string? Health { get; set; }

    /// <summary>Where the page starts.</summary>
    [SupplyParameterFromQuery(Name = "cursor")]
    public string? Cursor { get; set; }

    private IStringLocalizer<AccountsText> T => t;

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription?.Dispose();
        _left.Cancel();
        // Not disposed: what still runs asks for its token, and a disposed source would throw instead of ending it.
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _actor = await current.GetAsync(_left.Token);
        _sectorOptions = [.. (await sectors.GetAsync(_left.Token)).Values.OrderBy(sector => sector.Order).Select(sector => new FilterOption(sector.Code, sector.Name))];
        _agencyOptions = [.. (await agencies.TreeAsync(_actor, _left.Token)).Select(node => new FilterOption(node.Id.ToString(), new string('\u3000', node.Depth) + node.Name))];
        _kindOptions = [.. Enum.GetValues<AccountKind>().Select(kind => new FilterOption(kind.ToString(), words[$"Kind.{kind}"]))];
        _healthOptions = [.. Enum.GetValues<CredentialHealth>().Select(health => new FilterOption(health.ToString(), t[$"Filter.Health.{health}"]))];
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        _tab = AccountTab.Find(View);
        return LoadAsync();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _subscription = live.Subscribe([ChangeKind.Account, ChangeKind.Publication, ChangeKind.Thread, ChangeKind.Grants], () => InvokeAsync(RefreshAsync));
        }
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        _actor = await current.GetAsync(_left.Token);
        var agency = Guid.TryParse(Agency, out var id) ? id : (Guid?)null;
        var filter = new AccountFilter
        {
            Agency = agency,
            Sectors = GacFilter.Split(Sector),
            Kind = Enum.TryParse<AccountKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null,
            Health = Enum.TryParse<CredentialHealth>(Health, out var health) && Enum.IsDefined(health) ? health : null,
        };
        var page = await matrix.ListAsync(_actor, _tab.Narrow(filter, matrix.SilentSince()), MatrixPlace.Read(Cursor), PageLength, _left.Token);
        (_rows, _next, _now) = (page.Items, page.NextCursor, clock.GetUtcNow());
        _counts = await matrix.CountsAsync(_actor, agency, _left.Token);
    }

    private string TabHref(AccountTab tab) =>
        navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["view"] = tab.Name.Length == 0 ? null : tab.Name, ["cursor"] = null });
}
