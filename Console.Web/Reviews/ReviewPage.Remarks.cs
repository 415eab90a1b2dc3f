using System.Globalization;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews.Remarks;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace GovAccountConsole.Web.Reviews;

/// <summary>Remarks on the text that is read, the ticks of the step, and what the browser does for both.</summary>
public sealed partial class ReviewPage
{
    private readonly HashSet<string> _ticks = new(StringComparer.Ordinal);
    private PostRemarks _remarks = PostRemarks.None;
    private Draft? _draft;
    private int? _active;
    private bool _asked;
    private ElementReference _scroll;
    private ElementReference _pick;
    private IJSObjectReference? _module;
    private IJSObjectReference? _attached;
    private DotNetObjectReference<ReviewPage>? _self;
    private (string Scroll, string Pick) _heard;

    private IReadOnlyList<int> Waiting => [.. _remarks.Items.Where(row => row.State != RemarkState.Settled).Select(row => row.Number)];

    /// <summary>Words were selected and are to be remarked on.</summary>
    [JSInvokable]
    public Task PickAsync(int article, string field, int start, int end) =>
        Enum.TryParse<RemarkField>(field, out var part) ? InvokeAsync(() => PickAsync(new Picked(article, part, start, end))) : Task.CompletedTask;

    private async Task PickAsync(Picked picked)
    {
        if (_post is not { } post || !_remarks.MaySpeak || picked.Article < 0 || picked.Article >= post.Articles.Count)
        {
            return;
        }

        var text = Passage.TextOf(post.Articles[picked.Article], picked.Field);
        var start = Math.Clamp(picked.Start, 0, text.Length);
        var chosen = text[start..Math.Clamp(picked.End, start, text.Length)];
        var quote = chosen.Trim();
        if (quote.Length == 0)
        {
            return;
        }

        start += chosen.Length - chosen.TrimStart().Length;
        quote = quote.Length > Passage.QuoteLimit ? quote[..Passage.QuoteLimit] : quote;
        _draft = new Draft(post.Row.Id, post.Row.Revision, picked.Article, picked.Field, quote, start, _draft?.Text ?? string.Empty);
        StateHasChanged();
        await Browser("focus", "rm-text");
    }

    private async Task SendAsync()
    {
        if (_draft is not { } draft || _busy)
        {
            return;
        }

        _busy = true;
        var opened = await desk.OpenAsync(
            await current.GetAsync(_left.Token), draft.Post, new NewRemark(draft.Revision, draft.Article, draft.Field, draft.Quote, draft.Offset, draft.Text), _left.Token);
        await AfterAsync(opened);
        if (opened.Succeeded)
        {
            _draft = null;
            _active = _remarks.Items.FirstOrDefault(row => row.Id == opened.Value)?.Number;
        }
    }

    private async Task ActAsync((RemarkRow Row, RemarkAct Act, string? Text) wish)
    {
        if (_post is not { } post || _busy)
        {
            return;
        }

        _busy = true;
        await AfterAsync(await desk.ActAsync(await current.GetAsync(_left.Token), post.Row.Id, wish.Row.Id, wish.Act, wish.Text, _left.Token));
    }

    private async Task AfterAsync(Result done)
    {
        _busy = false;
        if (!done.Succeeded)
        {
            snackbar.Add(errors.SayAll(done), Severity.Normal);
        }

        if (_post is { } post)
        {
            _remarks = await remarks.OfPostAsync(await current.GetAsync(_left.Token), post.Row.Id, post.Row.Revision, _left.Token) ?? PostRemarks.None;
        }
    }

    private async Task ToListAsync(int number)
    {
        _active = number;
        await Browser("show", $"remark-{number.ToString(CultureInfo.InvariantCulture)}");
    }

    // The words may be folded away or on the phone: then the whole text is shown.
    private async Task ToTextAsync(RemarkRow row)
    {
        _active = row.Number;
        _view = "whole";
        StateHasChanged();
        await Browser("show", $"mark-{row.Number.ToString(CultureInfo.InvariantCulture)}");
    }

    private Task WalkAsync(int step) => Browser("walk", _scroll, step);

    private void Tick(string entry)
    {
        if (!_ticks.Remove(entry))
        {
            _ticks.Add(entry);
        }
    }

    private async Task ApproveAsync(ReviewStepDetail step, string comment)
    {
        _asked = _ticks.Count < step.Checklist.Count;
        if (!_asked)
        {
            await DecideAsync(new Verdict(DecisionKind.Approve, comment, [.. step.Checklist]));
        }
    }

    private async Task ListenAsync()
    {
        // A post may have arrived after the drawing that is being followed up: its elements come with the next one.
        var shown = _post is null || _scroll.Id is null || _pick.Id is null ? default : (_scroll.Id, _pick.Id);
        if (shown == _heard || _left.IsCancellationRequested)
        {
            return;
        }

        _heard = shown;
        try
        {
            _module ??= await js.InvokeAsync<IJSObjectReference>("import", _left.Token, "./" + Assets["reviews/reviews.js"]);
            await DetachAsync();
            _self ??= DotNetObjectReference.Create(this);
            _attached = shown.Item1 is null ? null : await _module.InvokeAsync<IJSObjectReference>("attach", _left.Token, _scroll, _pick, _self);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page was left while the browser was asked.
        }
    }

    private async Task DetachAsync()
    {
        if (_attached is not null)
        {
            await _attached.InvokeVoidAsync("destroy");
            await _attached.DisposeAsync();
            _attached = null;
        }
    }

    private async Task Browser(string act, params object?[] arguments)
    {
        if (_module is null)
        {
            return;
        }

        // What is asked for may be drawn by this very event.
        await Task.Yield();
        await _module.InvokeVoidAsync(act, _left.Token, arguments);
    }

    private async Task LeaveAsync()
    {
        try
        {
            await DetachAsync();
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The circuit is gone, and with it everything in the browser.
        }

        _self?.Dispose();
    }

    /// <summary>A remark being written; kept while the post changes.</summary>
    private sealed record Draft(Guid Post, int Revision, int Article, RemarkField Field, string Quote, int Offset, string Text);
}
