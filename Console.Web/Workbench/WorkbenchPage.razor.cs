using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Publishing;
using GovAccountConsole.Infrastructure.Workbench;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Workbench;

/// <summary>What needs me now, what goes out today, what is wrong.</summary>
public sealed partial class WorkbenchPage(
    WorkbenchQueries workbench, PreflightQueries preflights, AgencyQueries agencies, SectorDirectory sectors, CurrentActor current, LiveUpdates live, TimeProvider clock,
    IStringLocalizer<WorkbenchText> t, IStringLocalizer<CommonText> words) : IDisposable
{
    private const int MostBefore = 20;

    // The now-line, deadlines and "n minutes left" move even when nothing changes.
    private static readonly TimeSpan _tick = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _leaving = new();
    private Actor _actor = Actor.Nobody;
    private WorkbenchColumns? _columns;
    private IReadOnlyList<PreflightTrouble> _before = [];
    private IReadOnlyDictionary<string, Sector> _sectors = new Dictionary<string, Sector>();
    private string? _facts;
    private DateTimeOffset _now;
    private IDisposable? _subscription;
    private ITimer? _timer;

    private IStringLocalizer<WorkbenchText> T => t;

    /// <inheritdoc />
    public void Dispose()
    {
        _timer?.Dispose();
        _subscription?.Dispose();
        _leaving.Cancel();
        // Not disposed: what still runs asks for its token, and a disposed source would throw instead of ending it.
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _subscription = live.Subscribe([ChangeKind.Post, ChangeKind.Publication, ChangeKind.Account, ChangeKind.Thread, ChangeKind.Grants], () => InvokeAsync(RefreshAsync));
            _timer = clock.CreateTimer(_ => _ = InvokeAsync(Tick), null, _tick, _tick);
        }
    }

    private void Tick()
    {
        _now = clock.GetUtcNow();
        StateHasChanged();
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        var token = _leaving.Token;
        _now = clock.GetUtcNow();
        _actor = await current.GetAsync(token);
        _sectors = await sectors.GetAsync(token);
        _columns = await workbench.GetAsync(_actor, null, token);
        _before = await preflights.TroublesAsync(_actor, null, MostBefore, token);
        _facts = string.Join(" · ", await FactsAsync(token));
    }

    private async Task<IEnumerable<string>> FactsAsync(CancellationToken token)
    {
        var place = (_actor.Within ?? (_actor.Roots is [var only] ? only : (Guid?)null)) is { } id ? (await agencies.GetAsync(_actor, id, token))?.Name : null;
        var roles = string.Join(words["Comma"], _actor.Grants.Select(grant => grant.Role).Distinct().Order().Select(role => words[$"Role.{role}"].Value));
        return new[] { TimeWords.DayAndWeekday(_now, _now, words), place, roles }.Where(fact => !string.IsNullOrEmpty(fact)).Select(fact => fact!);
    }
}
