using System.Collections.Concurrent;
using GovAccountConsole.Infrastructure.Changes;

namespace GovAccountConsole.Web.Live;

/// <summary>
/// Tells open pages of this node that something changed. Pages subscribe after their first render, are called at most about once
/// a second however much happens, and query again; the signal itself says nothing that a stranger could learn from.
/// </summary>
public sealed class LiveUpdates : IDisposable
{
    /// <summary>How long changes are gathered before a page is told.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<long, LiveSubscription> _subscriptions = new();
    private readonly TimeProvider _clock;
    private readonly ILogger<LiveUpdates> _log;
    private readonly IDisposable _feed;
    private long _next;

    /// <summary>Starts to pass on what the feed says.</summary>
    public LiveUpdates(ChangeFeed feed, TimeProvider clock, ILogger<LiveUpdates> log)
    {
        _clock = clock;
        _log = log;
        _feed = feed.Subscribe(Publish);
    }

    /// <summary>How many pages listen; a gauge.</summary>
    public int Count => _subscriptions.Count;

    /// <summary>Calls <paramref name="changed"/> after changes of the given kinds until the returned object is disposed.</summary>
    /// <param name="kinds">Kinds of things the page shows.</param>
    /// <param name="changed">Queries and renders again; wrap it in <c>InvokeAsync</c>.</param>
    /// <param name="id">Only changes of this one thing, for pages about one thing.</param>
    public IDisposable Subscribe(IReadOnlyCollection<ChangeKind> kinds, Func<Task> changed, Guid? id = null)
    {
        var key = Interlocked.Increment(ref _next);
        var subscription = new LiveSubscription(kinds, id, changed, _clock, _log, () => _subscriptions.TryRemove(key, out _));
        _subscriptions[key] = subscription;
        return subscription;
    }

    /// <inheritdoc />
    public void Dispose() => _feed.Dispose();

    private void Publish(Change change)
    {
        foreach (var subscription in _subscriptions.Values)
        {
            subscription.Offer(change);
        }
    }
}
