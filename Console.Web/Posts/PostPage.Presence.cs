using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.AspNetCore.Components;

namespace GovAccountConsole.Web.Posts;

/// <summary>Who else is in this post, and where. Kept up while the page is open, gone when it is left.</summary>
public sealed partial class PostPage
{
    private static readonly TimeSpan KeptUp = TimeSpan.FromSeconds(40);

    private readonly Guid _visitId = Guid.CreateVersion7();
    private IReadOnlyList<Colleague> _others = [];
    private ITimer? _stay;
    private IDisposable? _visit;
    private VisitPlace _place = new(0, null);

    [Inject] private VisitPost Visiting { get; set; } = default!;

    [Inject] private LeavePost Leaving { get; set; } = default!;

    [Inject] private VisitQueries Visits { get; set; } = default!;

    private void Enter(Guid id)
    {
        _visit = Live.Subscribe([ChangeKind.Visit], () => InvokeAsync(ShowOthersAsync), id);
        _stay = Clock.CreateTimer(_ => _ = InvokeAsync(StayAsync), null, TimeSpan.Zero, KeptUp);
    }

    private async Task StayAsync()
    {
        if (_post.Id is { } id && !Left.IsCancellationRequested)
        {
            await Visiting.ExecuteAsync(_actor, _visitId, id, _place, Left);
            await ShowOthersAsync();
        }
    }

    private async Task ShowOthersAsync()
    {
        if (_facts is null || _post.Id is not { } id || Left.IsCancellationRequested)
        {
            return;
        }

        _others = await Visits.OthersAsync(_actor, id, Left);
        _facts = _facts with { Others = _others };
        StateHasChanged();
        if (_editor is not null)
        {
            await _editor.ShowOthersAsync(_others);
        }
    }

    private async Task MovedAsync(VisitPlace place)
    {
        _place = place;
        // Alone there is nobody to tell; who comes is told where everybody is.
        if (_others.Count > 0)
        {
            await StayAsync();
        }
    }

    private async Task LeaveVisitAsync()
    {
        _visit?.Dispose();
        if (_stay is not null)
        {
            await _stay.DisposeAsync();
            await Leaving.ExecuteAsync(_actor, _visitId, CancellationToken.None);
        }

        (_visit, _stay, _others) = (null, null, []);
    }
}
