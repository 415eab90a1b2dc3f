using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Infrastructure.Reviews.Remarks;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace GovAccountConsole.Web.Reviews;

/// <summary>The review queue with the post that is open beside it. A decision binds to the revision on the screen, never to a newer one.</summary>
public sealed partial class ReviewPage(
    ReviewQueries reviews, PostQueries posts, LookQueries looks, NoteLook note, RemarkQueries remarks, RemarkDesk desk, IJSRuntime js, SectorDirectory sectors, DecidePost decide, CurrentActor current, LiveUpdates live, ISnackbar snackbar,
    ErrorText errors, NavigationManager navigation, TimeProvider clock, IStringLocalizer<ReviewsText> t, IStringLocalizer<CommonText> words) : IAsyncDisposable
{
    private const int QueuePage = 50;
    private const int HistoryLength = 200;

    // Deadlines move even when nothing changes.
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyDictionary<string, Sector> _sectors = new Dictionary<string, Sector>();
    private IReadOnlyList<PostRow>? _queue;
    private IReadOnlyList<HistoryRow> _history = [];
    private PostComparison _compared = new([], []);
    private IReadOnlyList<ComparedArticle> _whole = [];
    private PostDetail? _post;
    private Notice? _notice;
    private IDisposable? _live;
    private ITimer? _timer;
    private Guid? _open;
    private Baseline? _known;
    private int? _baseline;
    private string _view = "whole";
    private int _length = QueuePage;
    private bool _more;
    private bool _loading = true;
    private bool _busy;

    /// <summary>The post that is open; stands in the address so that a link leads to it.</summary>
    [SupplyParameterFromQuery(Name = "post")]
    public Guid? PostId { get; set; }

    private IStringLocalizer<ReviewsText> T => t;

    private IStringLocalizer<CommonText> Common => words;

    private DateTimeOffset Now => clock.GetUtcNow();

    // The most urgent one is open without a click.
    private Guid? Wanted => PostId ?? (_queue is [var first, ..] ? first.Id : null);

    private int Changes => _compared.Changes;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _timer?.Dispose();
        _live?.Dispose();
        await LeaveAsync();
        await _left.CancelAsync();
        // Not disposed: what still runs asks for its token, and a disposed source would throw instead of ending it.
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var known = sectors.GetAsync(_left.Token);
        await LoadQueueAsync();
        _sectors = await known;
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Wanted != _open || _post is null)
        {
            await ShowAsync(Wanted, null);
        }
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _live = live.Subscribe([ChangeKind.Post, ChangeKind.Grants], () => InvokeAsync(RefreshAsync));
            _timer = clock.CreateTimer(_ => _ = InvokeAsync(StateHasChanged), null, _minute, _minute);
        }
    }

    /// <inheritdoc/>
    protected override Task OnAfterRenderAsync(bool firstRender) => ListenAsync();

    private async Task LoadQueueAsync()
    {
        var page = await reviews.QueueAsync(await current.GetAsync(_left.Token), null, _length, _left.Token);
        (_queue, _more) = (page.Items, page.NextCursor is not null);
    }

    private Task MoreAsync()
    {
        _length += QueuePage;
        return LoadQueueAsync();
    }

    // What does not wait for each other is asked for at once; each question has a connection of its own.
    private async Task ShowAsync(Guid? id, int? baseline)
    {
        (_open, _notice, _loading) = (id, null, true);
        var actor = await current.GetAsync(_left.Token);
        var told = id is { } wanted ? posts.HistoryAsync(actor, wanted, null, HistoryLength, _left.Token) : Task.FromResult<Page<HistoryRow>?>(null);
        var post = id is { } known ? await posts.GetAsync(actor, known, _left.Token) : null;
        var history = await told;
        if (id != _open)
        {
            return;
        }

        (_post, _loading) = (post, false);
        if (post is null)
        {
            return;
        }

        var said = remarks.OfPostAsync(actor, post.Row.Id, post.Row.Revision, _left.Token);
        var knew = looks.BaselineAsync(actor, post.Row.Id, post.Row.Revision, _left.Token);
        _history = history?.Items ?? [];
        _whole = ArticleComparison.Of(post.Articles, post.Articles);
        (_remarks, _known) = (await said ?? PostRemarks.None, await knew);
        // What is typed stays when the same post is read in a newer version; another post begins afresh.
        _draft = _draft is { } draft && draft.Post == post.Row.Id ? draft : null;
        (_active, _asked) = (null, false);
        _ticks.Clear();
        await CompareAsync(actor, post, baseline ?? _known?.Revision);
        // Only who reviews has looks worth keeping; a prerendered page has not been seen yet.
        if (RendererInfo.IsInteractive)
        {
            await note.ExecuteAsync(actor, post.Row.Id, post.Row.Revision, _left.Token);
        }
    }

    private async Task CompareAsync(Actor actor, PostDetail post, int? baseline)
    {
        var earlier = baseline < post.Row.Revision ? posts.RevisionAsync(actor, post.Row.Id, baseline.Value, _left.Token) : Task.FromResult<RevisionDetail?>(null);
        var later = baseline < post.Row.Revision ? posts.RevisionAsync(actor, post.Row.Id, post.Row.Revision, _left.Token) : Task.FromResult<RevisionDetail?>(null);
        var before = await earlier;
        var after = await later is { } newest && before is not null ? newest : null;
        _baseline = after is null ? null : before!.Number;
        _compared = after is null ? new PostComparison(_whole, []) : PostComparison.Of(before!.Content, after.Content);
        _view = after is null ? "whole" : "changes";
    }

    private async Task SinceAsync(ChangeEventArgs change)
    {
        if (_post is { } post && int.TryParse(change.Value?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            await CompareAsync(await current.GetAsync(_left.Token), post, number);
        }
    }

    // The text on the screen is never exchanged under the reader's eyes: a change is told, the reader asks for it.
    private async Task RefreshAsync()
    {
        await LoadQueueAsync();
        if (_post is null)
        {
            await ShowAsync(Wanted, null);
        }
        else if (_post is { } shown && !_busy)
        {
            var actor = await current.GetAsync(_left.Token);
            var now = await posts.GetAsync(actor, shown.Row.Id, _left.Token);
            _remarks = await remarks.OfPostAsync(actor, shown.Row.Id, shown.Row.Revision, _left.Token) ?? PostRemarks.None;
            if (now is not null && now.Row.Revision != shown.Row.Revision)
            {
                _notice = new Notice(T["Changed.Title", shown.Row.Revision, now.Row.Revision], T["Changed.Body"], Reload: true);
            }
            else if (now?.Row.Status != PostStatus.InReview || now.Row.ReviewStep != shown.Row.ReviewStep)
            {
                _notice = new Notice(T["Gone.Title"], now is null ? null : T["Gone.Body", Common[$"Post.{now.Row.Status}"]].Value, Reload: false);
            }
            else if (shown.AllowedActions.Contains(PostAction.Approve) && !now.AllowedActions.Contains(PostAction.Approve))
            {
                // A role was taken away while the page stood open.
                _notice = new Notice(T["Role.Gone"], now.ReviewRefusal is { } code ? errors.Say(new Error(code, ErrorKind.Conflict)) : null, Reload: false);
            }
        }

        StateHasChanged();
    }

    private Task SeeNewAsync() => ShowAsync(_open, _post?.Row.Revision);

    private async Task DecideAsync(Verdict verdict)
    {
        // Another post was asked for and is not on the screen yet: what was pressed was not meant for the old one.
        if (_post is not { } post || _busy || post.Row.Id != _open)
        {
            return;
        }

        _busy = true;
        var result = await decide.ExecuteAsync(await current.GetAsync(_left.Token), post.Row.Id, post.Row.Revision, verdict, _left.Token);
        _busy = false;
        if (result.Succeeded)
        {
            snackbar.Add(T[verdict.Kind == DecisionKind.Approve ? "Done.Approved" : "Done.Returned", post.Row.Title, post.Row.AuthorName], Severity.Normal);
            await NextAsync();
        }
        else if (result.Error.Code == PostErrors.RevisionChanged.Code)
        {
            _notice = new Notice(T["Changed.NotTaken"], T["Changed.Body"], Reload: true);
        }
        else
        {
            snackbar.Add(errors.SayAll(result), Severity.Normal);
            await RefreshAsync();
        }
    }

    private async Task NextAsync()
    {
        var after = _queue is null ? -1 : _queue.ToList().FindIndex(row => row.Id == _open);
        await LoadQueueAsync();
        var rest = _queue!.Where(row => row.Id != _open).ToList();
        var next = rest.Count == 0 ? null : (Guid?)rest[Math.Clamp(after, 0, rest.Count - 1)].Id;
        navigation.NavigateTo(next is { } id ? $"reviews?post={id}" : "reviews");
    }

    private string Pressed(string view) => _view == view ? "true" : "false";

    private string? Seen(PostDetail post) =>
        _baseline is not { } baseline ? T["Seen.First", post.Row.Revision]
        : _known is { } known && known.Revision == baseline ? T[known.Approved ? "Seen.Approved" : "Seen.At", baseline, post.Row.Revision, TimeWords.Slot(known.At, Now, Common)]
        : T["Seen", baseline, post.Row.Revision];

    private string? Refusal(PostDetail post) => _notice is not null ? T["Changed.First"] : post.ReviewRefusal is { } code ? errors.Say(new Error(code, ErrorKind.Conflict)) : null;

    private sealed record Notice(string Title, string? Body, bool Reload);
}
