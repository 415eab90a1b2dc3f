using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Planning;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using MudBlazor;

namespace GovAccountConsole.Web.Accounts;

/// <summary>One account: credentials' health with a test now, what comes, its facts, freeze and close. Acts are in <c>AccountPage.Acts.cs</c>.</summary>
public sealed partial class AccountPage(
    AccountQueries accounts, AgencyQueries agencies, CalendarQueries calendar, PostQueries posts, SectorDirectory sectors, VerifyAccount verify, ApproveAccount approve,
    SuspendAccount suspend, ResumeAccount resume, CloseAccount close, ChangeAccount change, SetAccountQuota quota, CurrentActor current, LiveUpdates live, PlatformWords platform,
    IOptions<WeixinOptions> weixin, IDialogService dialogs, ISnackbar snackbar, ErrorText errors, IJSRuntime js, TimeProvider clock,
    IStringLocalizer<AccountsText> t, IStringLocalizer<CommonText> words) : IDisposable
{
    private const int ComingDays = 14;
    private const int ComingMost = 20;

    private readonly CancellationTokenSource _left = new();
    private AccountDetail? _account;
    private Sector? _sector;
    private IReadOnlyList<PostRow> _coming = [];
    private IReadOnlyList<AgencyNode> _agencies = [];
    private AccountForm? _form;
    private Result? _refused;
    private IDisposable? _subscription;
    private bool _mayAudit;
    private bool _missing;
    private bool _stale;
    private bool _busy;
    private bool _testing;

    /// <summary>Which account.</summary>
    [Parameter]
    public Guid Id { get; set; }

    private IStringLocalizer<AccountsText> T => t;

    private IStringLocalizer<CommonText> Words => words;

    private DateTimeOffset Now => clock.GetUtcNow();

    private string? CallbackUrl => _form?.AppId is { Length: > 0 } appId ? new Uri(weixin.Value.PublicBaseUrl, "/weixin/callback/" + appId.Trim()).ToString() : null;

    private bool Verified => _account is { } account && Onboarding.IsVerified(account.Checks);

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription?.Dispose();
        _left.Cancel();
        // Not disposed: what still runs asks for its token, and a disposed source would throw instead of ending it.
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_account?.Row.Id != Id)
        {
            await LoadAsync();
            _form = _account is null ? null : AccountForm.Of(_account);
        }
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _subscription = live.Subscribe([ChangeKind.Account, ChangeKind.Grants], () => InvokeAsync(RefreshAsync), Id);
        }
    }

    private async Task LoadAsync()
    {
        var actor = await current.GetAsync(_left.Token);
        _mayAudit = actor.CanSomewhere(Permission.ReadAudit);
        var account = await accounts.GetAsync(actor, Id, _left.Token);
        _missing = account is null;
        if (account is null)
        {
            return;
        }

        _sector = (await sectors.GetAsync(_left.Token)).GetValueOrDefault(account.SectorCode);
        var filter = new PostFilter { Account = Id, From = Now, To = Now.AddDays(ComingDays) };
        _coming = (await calendar.EntriesAsync(actor, filter, null, ComingMost, _left.Token)).Items;
        _agencies = account.AllowedActions.Contains(AccountAction.Change) ? await agencies.TreeAsync(actor, _left.Token) : [];
        _account = account;
    }

    // What is being typed stays; a change by somebody else is told, saving would be refused as stale.
    private async Task RefreshAsync()
    {
        var before = _account?.Row.Version;
        await LoadAsync();
        _stale = !_busy && before is not null && _account?.Row.Version != before && _typed;
        if (!_typed && _account is not null)
        {
            _form = AccountForm.Of(_account);
        }

        StateHasChanged();
    }

    private bool May(AccountAction action) => _account?.AllowedActions.Contains(action) == true;
}
