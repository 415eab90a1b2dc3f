using System.Globalization;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace GovAccountConsole.Web.Calendar;

/// <summary>Picking up, carrying, dropping and undoing; the card beside an entry. Called by <c>calendar.js</c>.</summary>
public sealed partial class CalendarPage
{
    private ElementReference _root;
    private IJSObjectReference? _module;
    private IJSObjectReference? _attached;
    private DotNetObjectReference<CalendarPage>? _self;
    private CalendarMove? _move;
    private bool _byKeyboard;
    private bool _findToday;
    private (EntryFacts Facts, (int Left, int Top) At)? _card;
    private Refusal? _refused;

    private string? MoveWord => _move is not { } move ? null
        : MoveRule.Against(move.Entry, move.At, Now, _entries.SelectMany(group => group)) is { } rule ? T[rule].Value
        : T[_byKeyboard ? "Carry.Keys" : "DropAt", Short(move.Day), move.Time.ToString("HH:mm", CultureInfo.InvariantCulture)].Value;

    /// <summary>An entry was picked up.</summary>
    [JSInvokable]
    public void PickUp(Guid id, bool byKeyboard)
    {
        _card = null;
        _byKeyboard = byKeyboard;
        _move = _maySchedule && Find(id) is { } entry ? CalendarMove.PickUp(entry, Today) : null;
        if (!_maySchedule)
        {
            snackbar.Add(errors.Say(Error.Forbidden), Severity.Normal);
        }

        StateHasChanged();
    }

    /// <summary>The entry in hand is carried by arrow keys.</summary>
    [JSInvokable]
    public void Carry(int days, int minutes)
    {
        _move = _move?.Carry(days, minutes, _span);
        StateHasChanged();
    }

    /// <summary>The entry in hand was dropped where it was carried.</summary>
    [JSInvokable]
    public Task DropHere() => _move is { } move ? FinishAsync(move) : Task.CompletedTask;

    /// <summary>The entry in hand was dropped on a day, or on an hour of it.</summary>
    [JSInvokable]
    public Task DropOn(string day, string? time) =>
        _move is { } move && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? FinishAsync(move with { Day = on, Time = TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : move.Time })
            : Task.CompletedTask;

    /// <summary>The entry in hand goes back to where it was.</summary>
    [JSInvokable]
    public async Task LetGo()
    {
        _move = null;
        await RefreshAsync();
    }

    /// <summary>Somebody looks at an entry: shows its card.</summary>
    [JSInvokable]
    public async Task Peek(Guid id, int left, int top)
    {
        if (Find(id) is not { } entry)
        {
            return;
        }

        var actor = await current.GetAsync(_left.Token);
        var quota = entry.Channel == Channel.MassSend && entry.At is { } at ? await calendar.QuotaAsync(actor, entry.AccountId, at, Now, _left.Token) : null;
        var detail = await posts.GetAsync(actor, id, _left.Token);
        var clash = entry.Channel == Channel.MassSend
            ? _entries.SelectMany(group => group).FirstOrDefault(other => other.PostId != id && other.Channel == Channel.MassSend && other.At == entry.At && other.AccountId != entry.AccountId && other.At > Now)
            : null;
        _card = (new EntryFacts(entry, quota, detail?.Review, clash), (left, top));
        StateHasChanged();
    }

    /// <summary>Nobody looks any more.</summary>
    [JSInvokable]
    public void Unpeek()
    {
        _card = null;
        StateHasChanged();
    }

    private CalendarEntry? Find(Guid id) => _entries.SelectMany(group => group).FirstOrDefault(entry => entry.PostId == id) ?? _unslotted.FirstOrDefault(entry => entry.PostId == id);

    private async Task AttachAsync()
    {
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", "./" + Assets["calendar/calendar.js"]);
        _attached = await _module.InvokeAsync<IJSObjectReference>("attach", _root, _self);
    }

    // The list is a month long; what is past is read less often than what comes.
    private async Task FindTodayAsync()
    {
        if (_findToday && _module is not null)
        {
            _findToday = false;
            await _module.InvokeVoidAsync("findToday", _root);
        }
    }

    private async Task DetachAsync()
    {
        try
        {
            if (_attached is not null)
            {
                await _attached.InvokeVoidAsync("dispose");
                await _attached.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and its script with it.
        }

        _self?.Dispose();
    }

    private async Task FinishAsync(CalendarMove move)
    {
        if (MoveRule.Against(move.Entry, move.At, Now, _entries.SelectMany(group => group)) is { } rule)
        {
            snackbar.Add(T[rule], Severity.Normal);
            return;
        }

        _move = null;
        StateHasChanged();
        if (move.At != move.Entry.At || move.Entry.Status != PostStatus.Scheduled)
        {
            await ScheduleAsync(move.Entry, move.At);
        }
    }

    private Task ShiftAsync(CalendarEntry entry, DateTimeOffset time)
    {
        _card = null;
        return ScheduleAsync(entry, time);
    }

    private async Task ScheduleAsync(CalendarEntry entry, DateTimeOffset time)
    {
        _refused = null;
        Show(entry with { At = time, Status = PostStatus.Scheduled });
        var result = await schedule.ExecuteAsync(await current.GetAsync(_left.Token), entry.PostId, time, entry.Version, _left.Token);
        if (result.Succeeded)
        {
            var version = result.Value.Version;
            snackbar.Add(T["Moved", entry.ShortName, TimeWords.Slot(time, Now, Common)], Severity.Normal, config =>
            {
                config.Action = Common["Undo"];
                config.OnClick = _ => InvokeAsync(() => UndoAsync(entry, version));
            });
        }
        else
        {
            var slots = result.Error.Args.OfType<DateTimeOffset>().ToList();
            _refused = new Refusal(entry, T["Refused", entry.Title], errors.SayAll(result), slots);
        }

        await LoadAsync();
        StateHasChanged();
    }

    // Where it was dropped it stands at once; the query that follows has the last word.
    private void Show(CalendarEntry moved)
    {
        _entries = _entries.SelectMany(group => group).Where(entry => entry.PostId != moved.PostId).Append(moved).OrderBy(entry => entry.At).ToLookup(entry => entry.Day!.Value);
        _unslotted = [.. _unslotted.Where(entry => entry.PostId != moved.PostId)];
        StateHasChanged();
    }

    private async Task UndoAsync(CalendarEntry entry, uint version)
    {
        var actor = await current.GetAsync(_left.Token);
        var undone = entry is { Status: PostStatus.Scheduled, At: { } before }
            ? await schedule.ExecuteAsync(actor, entry.PostId, before, version, _left.Token)
            : await unschedule.ExecuteAsync(actor, entry.PostId, version, _left.Token);
        snackbar.Add(undone.Succeeded ? T["Undone", entry.ShortName] : errors.SayAll(undone), Severity.Normal);
        await LoadAsync();
        StateHasChanged();
    }

    private sealed record Refusal(CalendarEntry Entry, string Title, string Body, IReadOnlyList<DateTimeOffset> Slots);
}
