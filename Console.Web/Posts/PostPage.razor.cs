using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace GovAccountConsole.Web.Posts;

/// <summary>What the page is given and knows. Loading, saving, restoring, differing and acting each have a file.</summary>
public sealed partial class PostPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _leave = new();
    private PostEdit _post = new();
    private PostDetail? _detail;
    private PublicationDetail? _publication;
    private PostFacts? _facts;
    private AccountSlots? _account;
    private Actor _actor = Actor.Nobody;
    private IReadOnlyList<HistoryLine> _history = [];
    private IReadOnlyList<OpinionLine> _opinions = [];
    private IReadOnlyList<(Guid Id, string Name, string Agency)>? _choose;
    private PostEditor? _editor;
    private IDisposable? _live;
    private bool _missing;
    private bool _showContent;
    private bool _arrived;
    private object _session = new();

    /// <summary>The post; null for a new one.</summary>
    [Parameter] public Guid? Id { get; set; }

    /// <summary>The account a new post is for.</summary>
    [SupplyParameterFromQuery(Name = "account")] public Guid? ForAccount { get; set; }

    /// <summary>The time a new post is meant for, ISO 8601.</summary>
    [SupplyParameterFromQuery(Name = "at")] public string? At { get; set; }

    /// <summary>The channel of a new post: publish or massSend.</summary>
    [SupplyParameterFromQuery(Name = "channel")] public string? ForChannel { get; set; }

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private PostQueries Posts { get; set; } = default!;

    [Inject] private SlotQueries Slots { get; set; } = default!;

    [Inject] private PostActs Acts { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [Inject] private ErrorText Errors { get; set; } = default!;

    [Inject] private TroubleText Troubles { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private ISnackbar Snackbar { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    private CancellationToken Left => _leave.Token;

    private string PageName => _post.Articles is [{ Title.Length: > 0 } first, ..] ? first.Title : T["Head.New"];

    private string DraftKey => $"{_actor.Id}.{_post.Id?.ToString() ?? "new." + _post.AccountId}";

    private string ChooserQuery => $"&at={Uri.EscapeDataString(At ?? string.Empty)}&channel={Uri.EscapeDataString(ForChannel ?? string.Empty)}";

    private Trouble? Trouble => _publication?.Trouble ?? _detail?.Row.Trouble;

    private string? TroubleSaid => Trouble is { } trouble ? Troubles.Message(trouble) : null;

    private string? TroubleNext => _facts is { } facts && facts.Status is PostStatus.Failed or PostStatus.AwaitingAdmin ? Troubles.NextStep(Trouble, _facts!.Status) : null;

    private string? Held => _detail?.Row is { Status: PostStatus.Scheduled, Trouble: { } trouble } ? Troubles.Message(trouble) + " " + Troubles.NextStep(trouble, PostStatus.Scheduled) : null;

    private string? GivenBack => _detail?.Row is { Status: PostStatus.Approved, Trouble: { } trouble } ? Troubles.Message(trouble) + " " + Troubles.NextStep(trouble, PostStatus.Approved) : null;

    private bool ShowsPublication => PostTransitions.Sent.Contains(_facts!.Status) || _facts.Status == PostStatus.Failed;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= Arrived;
        _live?.Dispose();
        _rules?.Dispose();
        await _leave.CancelAsync();
        await LeaveVisitAsync();
        // Not disposed: what still runs asks for its token, and a disposed source would throw instead of ending it.
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += Arrived;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_facts is not null && !_arrived && (Id is null || Id == _post.Id))
        {
            return;
        }

        _arrived = false;
        _actor = await Current.GetAsync(Left);
        if (Id is { } id)
        {
            await OpenAsync(id);
        }
        else
        {
            await BeginAsync();
        }
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        FollowRules();
        if (_post.Id is { } id && _live is null)
        {
            _live = Live.Subscribe([ChangeKind.Post], () => InvokeAsync(RefreshAsync), id);
            Enter(id);
        }
    }

    // The first save gives a new post its address without a navigation, so the address alone does not tell a new visit.
    private void Arrived(object? sender, LocationChangedEventArgs location) => _arrived = true;

    private async Task LeavingAsync(LocationChangingContext leaving)
    {
        if (_save is SaveState.Unsaved && !(_facts?.EditVoids ?? false) && !await SaveAsync(SaveMode.Autosave))
        {
            leaving.PreventNavigation();
        }
        else if (_changing && _save == SaveState.Unsaved && await Dialogs.AskAsync(new ConfirmQuestion(T["Leave.Title"], T["Leave.Go"], T["Leave.Stay"]) { Body = T["Leave.Body"] }) is null)
        {
            leaving.PreventNavigation();
        }
    }

    private void ShowContent() => _showContent = true;

    private void HideContent() => _showContent = false;
}
