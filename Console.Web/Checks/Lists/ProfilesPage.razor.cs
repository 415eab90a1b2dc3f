using System.Globalization;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Infrastructure.Checks.Lists;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace GovAccountConsole.Web.Checks.Lists;

/// <summary>Loading and changing the rule profiles.</summary>
public sealed partial class ProfilesPage(
    RuleListQueries lists, SaveProfile saving, SectorDirectory directory, CurrentActor current, ErrorText errors, ISnackbar snackbar, TimeProvider clock,
    IStringLocalizer<ListsText> t, IStringLocalizer<CommonText> words) : IDisposable
{
    private const int VersionsShown = 20;

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<ProfileView> _profiles = [];
    private IReadOnlyDictionary<string, Sector> _sectors = new Dictionary<string, Sector>();
    private Dictionary<string, CheckLevel> _levels = [];
    private Dictionary<string, int> _limits = [];
    private HashSet<string> _mine = [];
    private ProfileView? _chosen;
    private RuleListView? _view;
    private Result? _refused;
    private bool _busy;

    /// <summary>Code of the profile shown.</summary>
    [SupplyParameterFromQuery(Name = "profile")]
    public string? Code { get; set; }

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
        _sectors = await directory.GetAsync(_left.Token);
        _profiles = await lists.ProfilesAsync(actor, _left.Token);
        _view = await lists.StateAsync(actor, RuleListKind.Profiles, VersionsShown, _left.Token);
        _chosen = _profiles.FirstOrDefault(profile => profile.Code == Code) ?? (_profiles.Count > 0 ? _profiles[0] : null);
        if (_chosen is { } chosen)
        {
            _levels = new(chosen.Levels, StringComparer.Ordinal);
            _limits = new(chosen.Limits, StringComparer.Ordinal);
            _mine = new(chosen.Sectors, StringComparer.Ordinal);
        }
    }

    private void Set(string code, ChangeEventArgs change) => _levels[code] = Enum.Parse<CheckLevel>((string)change.Value!);

    private void SetLimit(string name, ChangeEventArgs change) =>
        _limits[name] = int.TryParse((string?)change.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : _limits[name];

    private void Toggle(string sector)
    {
        if (!_mine.Remove(sector))
        {
            _mine.Add(sector);
        }
    }

    private async Task SaveAsync()
    {
        _busy = true;
        var saved = await saving.ExecuteAsync(await current.GetAsync(_left.Token), _chosen!.Code, new ProfileInput(_levels, _limits, [.. _mine]), _left.Token);
        _busy = false;
        _refused = saved.Succeeded ? null : saved;
        if (saved.Succeeded)
        {
            await LoadAsync();
            snackbar.Add(T["Saved", _view!.Number], Severity.Normal);
        }
    }
}
