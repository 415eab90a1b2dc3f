using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using MudBlazor;

namespace GovAccountConsole.Web.Accounts;

/// <summary>Brings one account on board: who, credentials, live test, hand-over. Stored after the second step; one can leave and come back.</summary>
public sealed partial class OnboardingPage(
    AccountQueries accounts, AgencyQueries agencies, SectorDirectory sectors, ApplyAccount apply, VerifyAccount verify, CurrentActor current,
    PlatformWords platform, IOptions<WeixinOptions> weixin, ISnackbar snackbar, ErrorText errors, NavigationManager navigation, IJSRuntime js, TimeProvider clock,
    IStringLocalizer<AccountsText> t, IStringLocalizer<CommonText> words) : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly AccountForm _form = new();
    private OnboardingStep _step = OnboardingStep.Who;
    private IReadOnlyList<AgencyNode> _agencies = [];
    private IReadOnlyList<Error> _refusals = [];
    private AccountDetail? _account;
    private Sector? _sector;
    private bool _missing;
    private bool _busy;

    /// <summary>The account that is being brought on board, once it is stored.</summary>
    [SupplyParameterFromQuery(Name = "id")]
    public Guid? Id { get; set; }

    private IStringLocalizer<AccountsText> T => t;

    private IStringLocalizer<CommonText> Words => words;

    private DateTimeOffset Now => clock.GetUtcNow();

    private string Title => _account is { } account ? t["New.TitleOf", account.Row.Name] : t["New.Title"];

    private bool Ready => _account is { } account && Onboarding.IsVerified(account.Checks);

    private OnboardingStep Reached => _account is null ? _step : Onboarding.StepOf(_account);

    private string? CallbackUrl => _form.AppId is { Length: > 0 } appId ? new Uri(weixin.Value.PublicBaseUrl, "/weixin/callback/" + appId.Trim()).ToString() : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        // Not disposed: what still runs asks for its token, and a disposed source would throw instead of ending it.
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var actor = await current.GetAsync(_left.Token);
        _missing = !actor.CanSomewhere(Permission.ManageAccounts);
        _agencies = _missing ? [] : await agencies.TreeAsync(actor, _left.Token);
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Id is { } id && _account?.Row.Id != id)
        {
            await LoadAsync(id);
            _missing = _account is null;
            _step = Onboarding.StepOf(_account);
        }
    }

    private async Task LoadAsync(Guid id)
    {
        _account = await accounts.GetAsync(await current.GetAsync(_left.Token), id, _left.Token);
        _sector = _account is null ? null : (await sectors.GetAsync(_left.Token)).GetValueOrDefault(_account.SectorCode);
    }

    private void ToCredentials()
    {
        _refusals = _form.WhoErrors();
        if (_refusals.Count == 0)
        {
            _step = OnboardingStep.Credentials;
        }
    }

    private async Task ApplyAsync()
    {
        _busy = true;
        var result = await apply.ExecuteAsync(await current.GetAsync(_left.Token), _form.ToInput(), _left.Token);
        _refusals = result.Errors;
        if (result.Succeeded)
        {
            _form.ForgetSecrets();
            await LoadAsync(result.Value);
            _step = OnboardingStep.Test;
            navigation.NavigateTo($"accounts/new?id={result.Value}", replace: true);
            await TestAsync();
        }
        else if (_refusals.FirstOrDefault(error => error.Field is null) is { } error)
        {
            snackbar.Add(errors.Say(error), Severity.Normal);
        }

        _busy = false;
    }

    private async Task TestAsync()
    {
        _busy = true;
        StateHasChanged();
        var result = await verify.ExecuteAsync(await current.GetAsync(_left.Token), _account!.Row.Id, _left.Token);
        _busy = false;
        if (!result.Succeeded)
        {
            snackbar.Add(errors.SayAll(result), Severity.Normal);
        }

        await LoadAsync(_account.Row.Id);
    }

    private string? ErrorFor(string field) =>
        (_refusals.FirstOrDefault(error => error.Field == field) ?? _form.FormErrors().FirstOrDefault(error => error.Field == field)) is { } error ? errors.Say(error) : null;

    private async Task CopyAsync(string text)
    {
        await js.InvokeVoidAsync("navigator.clipboard.writeText", text);
        snackbar.Add(t["Copied", text], Severity.Normal);
    }
}
