using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace GovAccountConsole.Web.Operations;

/// <summary>How sending stands in plain words, what is held and what nobody waits for; stop, resume, claim and release.</summary>
public sealed partial class OperationsPage
{
    private const int Rows = 50;
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(5);
    private static readonly PostStatus[] _troubled = [PostStatus.Unconfirmed, PostStatus.AwaitingAdmin, PostStatus.Failed];

    private readonly CancellationTokenSource _left = new();
    private MatrixStateView? _state;
    private EngineFigures? _figures;
    private Page<HeldRow>? _held;
    private int _heldCount;
    private IReadOnlyList<PostRow>? _rows;
    private IReadOnlyList<NodeView> _nodes = [];
    private SweepView? _sweep;
    private IDisposable? _subscription;
    private ITimer? _timer;
    private bool _busy;

    [Inject] private OperationsQueries Queries { get; set; } = default!;

    [Inject] private HeldQueries Held { get; set; } = default!;

    [Inject] private NodeQueries Nodes { get; set; } = default!;

    [Inject] private SweepQueries Sweep { get; set; } = default!;

    [Inject] private PostQueries Posts { get; set; } = default!;

    [Inject] private OperationsActs Acts { get; set; } = default!;

    [Inject] private PlatformWords Platform { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private ISnackbar Snackbar { get; set; } = default!;

    [Inject] private ErrorText Errors { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private IStringLocalizer<OperationsText> T { get; set; } = default!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription?.Dispose();
        _timer?.Dispose();
        _left.Cancel();
        // Not disposed: what still runs asks for its token, and a disposed source would throw instead of ending it.
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _subscription = Live.Subscribe([ChangeKind.Matrix, ChangeKind.Publication, ChangeKind.Post, ChangeKind.Grants], RefreshAsync);
            // What only time changes (overdue, lanes, nodes) sends no hint.
            _timer = Clock.CreateTimer(_ => _ = RefreshAsync(), null, _between, _between);
        }
    }

    private Task RefreshAsync() => InvokeAsync(async () =>
    {
        if (!_busy && !_left.IsCancellationRequested)
        {
            await LoadAsync();
            StateHasChanged();
        }
    });

    private async Task LoadAsync()
    {
        try
        {
            var actor = await Current.GetAsync(_left.Token);
            _state = await Queries.StateAsync(await Current.GetWholeAsync(_left.Token), _left.Token);
            _figures = await Queries.FiguresAsync(actor, _left.Token);
            _held = await Held.ListAsync(actor, null, Rows, _left.Token);
            _heldCount = _held.NextCursor is null ? _held.Items.Count : await Held.CountAsync(actor, _left.Token);
            _nodes = await Nodes.ListAsync(actor, _left.Token);
            _sweep = await Sweep.ViewAsync(actor, _left.Token);
            var troubled = await Posts.ListAsync(actor, new PostFilter { Statuses = _troubled }, null, Rows, _left.Token);
            _rows = [.. troubled.Items.OrderBy(row => Array.IndexOf(_troubled, row.Status)).ThenByDescending(row => row.StatusSince)];
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private Task OperateAsync() => _state is { Stopped: true }
        ? AskAsync("AskResume", false, [T["AskResume.Fact", (_figures?.Overdue ?? 0) + (_figures?.Held ?? 0)]], "Resumed", Acts.ResumeAsync)
        : AskAsync("AskStop", true, [T["AskStop.Fact", (_figures?.Waiting ?? 0) + (_figures?.Overdue ?? 0), _figures?.UnderWay ?? 0]], "StoppedNow", Acts.StopAsync);

    private Task ClaimAsync() => AskAsync("AskClaim", true, [T["AskClaim.Fact"]], "Claimed", Acts.ClaimAsync);

    private Task AskSecondAsync(bool needed) => DoAsync(async actor => await Acts.AskSecondAsync(actor, needed, _left.Token), T["SecondSaved"]);

    private Task ReleaseAsync(HeldRow row) => ReleaseAsync([row.PostId], T["AskRelease.One", row.Title, row.AccountName]);

    private Task ReleaseAllAsync() => ReleaseAsync(null, T["AskRelease.All", _heldCount]);

    private async Task ReleaseAsync(IReadOnlyList<Guid>? posts, string fact)
    {
        if (await Dialogs.AskAsync(new ConfirmQuestion(T["AskRelease.Title"], T["AskRelease.Do"], T["Keep"]) { Body = T["AskRelease.Body"], Facts = [fact], Dangerous = true }) is null)
        {
            return;
        }

        await DoAsync(async actor =>
        {
            var done = await Acts.ReleaseAsync(actor, posts, _left.Token);
            if (done.Succeeded && done.Value.FirstOrDefault(row => row.Refused is not null) is { } first)
            {
                var kept = done.Value.Count(row => row.Refused is not null);
                return done.Value.Count == 1 ? first.Refused! : new Error("some-kept", ErrorKind.Conflict, null, done.Value.Count - kept, kept, Errors.Say(first.Refused!));
            }

            return done;
        }, T["Released"]);
    }

    private async Task ReturnAsync(HeldRow row) => await DoAsync(async actor => await Acts.ReturnAsync(actor, row.PostId, _left.Token), T["Returned", row.Title]);

    private async Task AskAsync(string key, bool dangerous, IReadOnlyList<string> facts, string done, Func<Actor, string, CancellationToken, Task<Result>> act)
    {
        var answer = await Dialogs.AskAsync(new ConfirmQuestion(T[$"{key}.Title"], T[$"{key}.Do"], T["Keep"])
        {
            Body = T[$"{key}.Body"], Facts = facts, ReasonLabel = T["Reason"], ReasonHelp = T["Reason.Help"], Dangerous = dangerous,
        });
        if (answer is not null)
        {
            await DoAsync(async actor => await act(actor, answer.Reason, _left.Token), T[done]);
        }
    }

    private async Task DoAsync(Func<Actor, Task<Result>> act, string done)
    {
        _busy = true;
        var result = await act(await Current.GetWholeAsync(_left.Token));
        _busy = false;
        Snackbar.Add(result.Succeeded ? done : Errors.SayAll(result), Severity.Normal);
        await LoadAsync();
    }
}
