using System.Globalization;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Posts;

/// <summary>The posts of the scope: saved views as tabs, filters in the address, fifty at a time, live.</summary>
public sealed partial class PostsPage(
    PostQueries posts, AgencyQueries agencies, SectorDirectory sectors, CurrentActor current, LiveUpdates live, TimeProvider clock, NavigationManager navigation,
    IStringLocalizer<PostsText> t, IStringLocalizer<CommonText> words) : IDisposable
{
    private const int PageSize = 50;

    private readonly CancellationTokenSource _leaving = new();
    private Actor _actor = Actor.Nobody;
    private PostView _view = PostView.All[0];
    private IReadOnlyList<PostRow>? _rows;
    private IReadOnlyDictionary<string, Sector> _sectors = new Dictionary<string, Sector>();
    private IReadOnlyDictionary<string, string?> _counts = new Dictionary<string, string?>();
    private IReadOnlyList<FilterOption> _sectorOptions = [];
    private IReadOnlyList<FilterOption> _statusOptions = [];
    private IReadOnlyList<FilterOption> _channelOptions = [];
    private IReadOnlyList<FilterOption> _authorOptions = [];
    private string? _accountName;
    private string? _agencyName;
    private string? _cursor;
    private string? _next;
    private string? _note;
    private DateTimeOffset _now;
    private IDisposable? _subscription;

    /// <summary>Name of the tab.</summary>
    [SupplyParameterFromQuery] public string? View { get; set; }

    /// <summary>Words in title and digest.</summary>
    [SupplyParameterFromQuery] public string? Q { get; set; }

    /// <summary>Codes of sectors, comma-joined.</summary>
    [SupplyParameterFromQuery] public string? Sector { get; set; }

    /// <summary>States as on the wire, comma-joined.</summary>
    [SupplyParameterFromQuery] public string? Status { get; set; }

    /// <summary>publish or massSend.</summary>
    [SupplyParameterFromQuery(Name = "channel")] public string? ChannelName { get; set; }

    /// <summary>me, or a person's id.</summary>
    [SupplyParameterFromQuery] public string? Author { get; set; }

    /// <summary>One account.</summary>
    [SupplyParameterFromQuery] public Guid? Account { get; set; }

    /// <summary>One agency and all below it.</summary>
    [SupplyParameterFromQuery] public Guid? Agency { get; set; }

    /// <summary>Where the page before ended.</summary>
    [SupplyParameterFromQuery(Name = "cursor")] public string? CursorText { get; set; }

    private IStringLocalizer<PostsText> T => t;

    private IStringLocalizer<CommonText> Words => words;

    private bool Filtered => Q is not null || Sector is not null || Status is not null || ChannelName is not null || Author is not null || Account is not null || Agency is not null;

    private string EmptyKind => Filtered ? ".Filtered" : _view.Name switch { "trouble" => ".Trouble", "mine" => ".Mine", _ => string.Empty };

    private string Summary => _next is null ? T["Count", _rows!.Count] : T["Count.More", _rows!.Count];

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _leaving.Cancel();
        // Not disposed: what still runs asks for its token, and a disposed source would throw instead of ending it.
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _statusOptions = [.. Enum.GetValues<PostStatus>().Select(status => new FilterOption(Wire(status.ToString()), Words[StatusLook.Of(status).Key]))];
        _channelOptions = [.. Enum.GetValues<Channel>().Select(channel => new FilterOption(Wire(channel.ToString()), Words[$"Channel.{channel}"]))];
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _view = PostView.Of(View);
        await LoadAsync();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _subscription = live.Subscribe([ChangeKind.Post, ChangeKind.Publication], () => InvokeAsync(RefreshAsync));
        }
    }

    private static string Wire(string name) => char.ToLowerInvariant(name[0]) + name[1..];

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
        _sectorOptions = [.. _sectors.Values.OrderBy(sector => sector.Order).Select(sector => new FilterOption(sector.Code, sector.Name))];
        var filter = Filter();
        var page = await PageAsync(_view.Apply(filter, _actor.Id, _now), token);
        _rows = page.Items;
        _next = page.NextCursor;
        _authorOptions = AuthorOptions();
        _agencyName = Agency is { } agency ? (await agencies.GetAsync(_actor, agency, token))?.Name ?? words["None"].Value : null;
        _accountName = Account is null ? null : _rows is [var first, ..] ? first.AccountName : words["None"].Value;
        var counts = new Dictionary<string, string?>();
        foreach (var view in PostView.All.Where(view => view.CountUpTo > 0))
        {
            var counted = view.HasStates && view != _view ? filter with { Statuses = [] } : filter;
            var count = await posts.CountAsync(_actor, view.Apply(counted, _actor.Id, _now), view.CountUpTo, token);
            counts[view.Name] = count.ToString("N0", CultureInfo.CurrentCulture) + (count >= view.CountUpTo ? "+" : null);
        }

        _counts = counts;
    }

    private async Task<Page<PostRow>> PageAsync(PostFilter filter, CancellationToken token)
    {
        _note = null;
        _cursor = CursorText;
        if (_view.ByCalendar)
        {
            var readable = Cursor.TryReadPlace(CursorText, out var place);
            Note(readable);
            return await posts.CalendarListAsync(_actor, filter, place, PageSize, token);
        }

        Note(Cursor.TryReadId(CursorText, out var after));
        return await posts.ListAsync(_actor, filter, after, PageSize, token);
    }

    private void Note(bool readable)
    {
        if (!readable)
        {
            _cursor = null;
            _note = T["BadCursor"];
        }
    }

    private PostFilter Filter() => new()
    {
        Agency = Agency,
        Account = Account,
        Query = Q,
        Sectors = GacFilter.Split(Sector),
        Statuses = [.. GacFilter.Split(Status).Select(name => Enum.TryParse<PostStatus>(name, ignoreCase: true, out var status) ? status : (PostStatus?)null).OfType<PostStatus>()],
        Channel = Enum.TryParse<Channel>(ChannelName, ignoreCase: true, out var channel) ? channel : null,
        Author = Author == "me" ? _actor.Id : Guid.TryParse(Author, out var author) ? author : null,
    };

    // A person found by the search box is not among the fixed choices; the name comes with the first of the posts.
    private IReadOnlyList<FilterOption> AuthorOptions()
    {
        FilterOption me = new("me", T["Filter.Author.Me"]);
        return Guid.TryParse(Author, out _) && _rows is [var first, ..] ? [me, new FilterOption(Author, first.AuthorName)] : [me];
    }

    private string TabHref(PostView view, bool keep = true)
    {
        var address = keep ? navigation.Uri : navigation.ToAbsoluteUri("posts").AbsoluteUri;
        return navigation.GetUriWithQueryParameters(address, new Dictionary<string, object?> { ["view"] = view == PostView.All[0] ? null : view.Name, ["status"] = keep && !view.HasStates ? Status : null, ["cursor"] = null });
    }

    private string Without(string name) => navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { [name] = null, ["cursor"] = null });
}
