using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.People;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace GovAccountConsole.Web.People;

/// <summary>People and their grants. What is given or taken works at once, also inside open pages.</summary>
public sealed partial class PeoplePage(
    PersonQueries queries, AgencyQueries agencyQueries, CreatePerson create, GrantRole give, RevokeRole revoke, ResetPassword reset, DisablePerson disable,
    EnablePerson enable, CurrentActor current, LiveUpdates live, NavigationManager navigation, ISnackbar snackbar, ErrorText errors,
    IStringLocalizer<PeopleText> t, IStringLocalizer<CommonText> words) : IDisposable
{
    private const int PageLength = 50;

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<AgencyNode> _agencies = [];
    private IReadOnlyList<FilterOption> _agencyOptions = [];
    private IReadOnlyList<FilterOption> _roleOptions = [];
    private IReadOnlyList<PersonRow>? _rows;
    private PersonRow? _person;
    private NewLogin? _login;
    private Result? _refused;
    private string? _next;
    private IDisposable? _subscription;
    private bool _mayManage;
    private bool _forbidden;
    private bool _busy;
    private int _created;

    /// <summary>The person beside the list.</summary>
    [SupplyParameterFromQuery(Name = "id")]
    public Guid? Id { get; set; }

    /// <summary>Part of a name or address.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>Narrows to an agency and all below.</summary>
    [SupplyParameterFromQuery(Name = "agency")]
    public string? Agency { get; set; }

    /// <summary>Narrows to a role.</summary>
    [SupplyParameterFromQuery(Name = "role")]
    public string? RoleName { get; set; }

    /// <summary>Where the page starts.</summary>
    [SupplyParameterFromQuery(Name = "cursor")]
    public string? CursorText { get; set; }

    private IStringLocalizer<PeopleText> T => t;

    private ErrorText Errors => errors;

    private NavigationManager Navigation => navigation;

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
        _agencies = await agencyQueries.TreeAsync(await current.GetAsync(_left.Token), _left.Token);
        _agencyOptions = [.. _agencies.Select(node => new FilterOption(node.Id.ToString(), new string('\u3000', node.Depth) + node.Name))];
        _roleOptions = [.. Enum.GetValues<Role>().Select(role => new FilterOption(role.ToString(), words[$"Role.{role}"]))];
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync();

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _subscription = live.Subscribe([ChangeKind.Grants], () => InvokeAsync(RefreshAsync));
        }
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        var actor = await current.GetAsync(_left.Token);
        _mayManage = actor.CanSomewhere(Permission.ManagePeople);
        var filter = new PersonFilter(
            Guid.TryParse(Agency, out var agency) ? agency : null, Query, Enum.TryParse<Role>(RoleName, out var role) && Enum.IsDefined(role) ? role : null);
        var after = Cursor.TryReadId(CursorText, out var last) ? last : null;
        var page = await queries.ListAsync(actor, filter, after, PageLength, _left.Token);
        _forbidden = !page.Succeeded;
        if (page.Succeeded)
        {
            (_rows, _next) = (page.Value.Items, page.Value.NextCursor);
            var person = Id is { } id ? await queries.GetAsync(actor, id, _left.Token) : null;
            _person = person is { Succeeded: true } ? person.Value : null;
        }
    }

    private async Task CreateAsync(PersonInput input)
    {
        _busy = true;
        var result = await create.ExecuteAsync(await current.GetAsync(_left.Token), input, _left.Token);
        _busy = false;
        _refused = result.Succeeded ? null : result;
        if (result.Succeeded)
        {
            _login = result.Value;
            _created++;
            await LoadAsync();
        }
        else if (result.Error.Field is null)
        {
            snackbar.Add(errors.SayAll(result), Severity.Normal);
        }
    }

    private async Task ResetAsync()
    {
        var result = await reset.ExecuteAsync(await current.GetAsync(_left.Token), _person!.Id, _left.Token);
        _login = result.Succeeded ? result.Value : null;
        if (!result.Succeeded)
        {
            snackbar.Add(errors.SayAll(result), Severity.Normal);
        }
    }

    private Task GiveAsync((Role Role, Guid Agency) grant) =>
        ActAsync(async actor => await give.ExecuteAsync(actor, _person!.Id, grant.Role, grant.Agency, _left.Token), "Given");

    private Task RevokeAsync(GrantRow grant) => ActAsync(async actor => await revoke.ExecuteAsync(actor, _person!.Id, grant.Role, grant.AgencyId, _left.Token), "Revoked");

    private Task ToggleAsync() => _person!.Disabled
        ? ActAsync(async actor => await enable.ExecuteAsync(actor, _person.Id, _left.Token), "EnabledNow")
        : ActAsync(async actor => await disable.ExecuteAsync(actor, _person.Id, _left.Token), "DisabledNow");

    private async Task ActAsync(Func<Actor, Task<Result>> act, string told)
    {
        _busy = true;
        var result = await act(await current.GetAsync(_left.Token));
        _busy = false;
        snackbar.Add(result.Succeeded ? t[told, _person!.Name].Value : errors.SayAll(result), Severity.Normal);
        await LoadAsync();
    }

    private string PersonHref(Guid id) => navigation.GetUriWithQueryParameter("id", id);
}
