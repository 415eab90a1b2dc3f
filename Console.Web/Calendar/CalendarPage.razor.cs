using System.Globalization;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Planning;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Publishing;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace GovAccountConsole.Web.Calendar;

/// <summary>The shared calendar: what stands where, and giving posts their time. Moving is in <c>CalendarPage.Moving.cs</c>.</summary>
public sealed partial class CalendarPage(
    CalendarQueries calendar, PreflightQueries preflights, PostQueries posts, AgencyQueries agencies, SectorDirectory sectors, SchedulePost schedule, UnschedulePost unschedule,
    CurrentActor current, LiveUpdates live, ISnackbar snackbar, ErrorText errors, NavigationManager navigation, IJSRuntime js, TimeProvider clock,
    IStringLocalizer<CalendarText> t, IStringLocalizer<CommonText> words) : IAsyncDisposable
{
    private const int TrayLength = 50;

    private static readonly PostStatus[] _legend =
        [PostStatus.Published, PostStatus.Scheduled, PostStatus.InReview, PostStatus.Draft, PostStatus.Unconfirmed, PostStatus.Failed];

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyDictionary<string, Sector> _sectors = new Dictionary<string, Sector>();
    private IReadOnlyList<FilterOption> _agencyOptions = [];
    private IReadOnlyList<FilterOption> _sectorOptions = [];
    private IReadOnlyList<FilterOption> _channelOptions = [];
    private IReadOnlyList<FilterOption> _statusOptions = [];
    private ILookup<DateOnly, CalendarEntry> _entries = Array.Empty<CalendarEntry>().ToLookup(entry => entry.Day!.Value);
    private ILookup<DateOnly, ElsewhereEntry> _elsewhere = Array.Empty<ElsewhereEntry>().ToLookup(entry => BusinessTime.DayOf(entry.At));
    private IReadOnlyList<CalendarEntry> _unslotted = [];
    private CalendarSpan _span = new(CalendarView.Month, BusinessTime.DayOf(clock.GetUtcNow()));
    private IDisposable? _live;
    private bool _maySchedule;
    private bool _loading;
    private bool _tray;
    private bool _cut;

    /// <summary>month, week or list.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    /// <summary>A day inside what is shown, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery(Name = "date")]
    public string? Day { get; set; }

    /// <summary>Narrows to an agency and all below.</summary>
    [SupplyParameterFromQuery(Name = "agency")]
    public string? Agency { get; set; }

    /// <summary>Narrows to sectors, joined by commas.</summary>
    [SupplyParameterFromQuery(Name = "sector")]
    public string? Sector { get; set; }

    /// <summary>Narrows to a channel.</summary>
    [SupplyParameterFromQuery(Name = "channel")]
    public string? ChannelName { get; set; }

    /// <summary>Narrows to states, joined by commas.</summary>
    [SupplyParameterFromQuery(Name = "status")]
    public string? Status { get; set; }

    private IStringLocalizer<CalendarText> T => t;

    private IStringLocalizer<CommonText> Common => words;

    private DateTimeOffset Now => clock.GetUtcNow();

    private DateOnly Today => BusinessTime.DayOf(Now);

    private string SpanWord => _span.View == CalendarView.Week
        ? T["Span.Week", Short(_span.First), Short(_span.End.AddDays(-1))]
        : _span.Anchor.ToString(T["Span.Month"].Value, CultureInfo.CurrentCulture);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _live?.Dispose();
        await _left.CancelAsync();
        // Not disposed: what still runs asks for its token, and a disposed source would throw instead of ending it.
        await DetachAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var actor = await current.GetAsync(_left.Token);
        _maySchedule = actor.CanSomewhere(Permission.SchedulePosts);
        _sectors = await sectors.GetAsync(_left.Token);
        _sectorOptions = [.. _sectors.Values.OrderBy(sector => sector.Order).Select(sector => new FilterOption(sector.Code, sector.Name))];
        _agencyOptions = [.. (await agencies.TreeAsync(actor, _left.Token)).Select(node => new FilterOption(node.Id.ToString(), new string('\u3000', node.Depth) + node.Name))];
        _channelOptions = [.. Enum.GetValues<Channel>().Select(channel => new FilterOption(channel.ToString(), Common[$"Channel.{channel}"]))];
        _statusOptions = [.. Enum.GetValues<PostStatus>().Where(status => status != PostStatus.Approved).Select(status => new FilterOption(status.ToString(), Common[$"Post.{status}"]))];
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _span = CalendarSpan.Read(View, Day, Today);
        (_move, _card) = (null, null);
        _loading = true;
        await LoadAsync();
        _loading = false;
        _findToday = _span.View == CalendarView.List;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _live = live.Subscribe([ChangeKind.Post, ChangeKind.Publication, ChangeKind.Account, ChangeKind.Grants], () => InvokeAsync(RefreshAsync));
            await AttachAsync();
        }

        await FindTodayAsync();
    }

    private async Task LoadAsync()
    {
        var span = _span;
        var actor = await current.GetAsync(_left.Token);
        var filter = new PostFilter
        {
            Agency = Guid.TryParse(Agency, out var agency) ? agency : null,
            Sectors = GacFilter.Split(Sector),
            Channel = Enum.TryParse<Channel>(ChannelName, out var channel) && Enum.IsDefined(channel) ? channel : null,
            Statuses = [.. GacFilter.Split(Status).Select(word => Enum.TryParse<PostStatus>(word, out var status) && Enum.IsDefined(status) ? (PostStatus?)status : null).OfType<PostStatus>()],
            From = span.From,
            To = span.To,
        };
        var page = await calendar.EntriesAsync(actor, filter, null, CalendarQueries.PageLimit, _left.Token);
        var unslotted = _maySchedule ? await calendar.UnslottedAsync(actor, filter, TrayLength, _left.Token) : [];
        var elsewhere = filter is { Statuses.Count: 0, Channel: not Channel.Publish } ? await calendar.ElsewhereAsync(actor, filter, _left.Token) : [];
        var warned = await preflights.FlaggedAsync(actor, [.. page.Items.Where(row => row.Status == PostStatus.Scheduled).Select(row => row.Id)], _left.Token);
        if (span != _span)
        {
            return;
        }

        // An approved post without a slot stands in the tray, not on the day its author once wished for.
        var entries = page.Items.Where(row => row.Status != PostStatus.Approved).Select(CalendarEntry.From).ToList();
        var shortNames = ShortNames.Of(entries.Select(entry => entry.AccountName).Concat(elsewhere.Select(entry => entry.AccountName)));
        _elsewhere = elsewhere.Select(entry => entry with { AccountName = shortNames[entry.AccountName] }).ToLookup(entry => BusinessTime.DayOf(entry.At));
        _entries = entries.Select(entry => entry with { ShortName = shortNames[entry.AccountName], Warned = warned.Contains(entry.PostId) }).ToLookup(entry => entry.Day!.Value);
        _unslotted = [.. unslotted.Select(CalendarEntry.From)];
        _cut = page.NextCursor is not null;
    }

    // What is in hand stays in hand: the picture is exchanged after it was put down.
    private async Task RefreshAsync()
    {
        if (_move is null)
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private string Href(CalendarSpan span) => navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["view"] = span.View == CalendarView.Month ? null : span.View.ToString().ToLowerInvariant(),
        ["date"] = span.Anchor == Today ? null : span.Anchor.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    });

    private string Short(DateOnly day) => day.ToString(Common["Time.MonthDay"].Value, CultureInfo.CurrentCulture);
}
