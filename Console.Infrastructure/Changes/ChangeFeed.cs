using System.Collections.Concurrent;
using System.Globalization;

namespace GovAccountConsole.Infrastructure.Changes;

/// <summary>What kind of thing changed.</summary>
public enum ChangeKind
{
    /// <summary>The feed was interrupted: anything may have changed.</summary>
    Everything,

    /// <summary>A post.</summary>
    Post,

    /// <summary>A delivery.</summary>
    Publication,

    /// <summary>An official account.</summary>
    Account,

    /// <summary>An agency.</summary>
    Agency,

    /// <summary>Somebody's grants.</summary>
    Grants,

    /// <summary>A citizen's conversation.</summary>
    Thread,

    /// <summary>Somebody came to a post, left it, or moved within.</summary>
    Visit,

    /// <summary>The matrix-wide stop.</summary>
    Matrix,

    /// <summary>Rules of writing: word list, names and titles, profiles, what is known of links.</summary>
    Rules,

    /// <summary>The notices of the person whose id the change carries.</summary>
    Notices,
}

/// <summary>A hint that something changed. Carries no content: whoever hears it queries again, within scope.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Id">Which one.</param>
/// <param name="AgencyId">Whose.</param>
public sealed record Change(ChangeKind Kind, Guid Id, Guid AgencyId)
{
    /// <summary>Anything may have changed.</summary>
    public static Change Everything { get; } = new(ChangeKind.Everything, Guid.Empty, Guid.Empty);

    /// <summary>The form on the wire.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Id:N}:{AgencyId:N}");

    /// <summary>Reads the form on the wire; null when it is not one.</summary>
    public static Change? Parse(string text) =>
        text.Split(':') is [var kind, var id, var agency]
        && Enum.TryParse<ChangeKind>(kind, out var parsedKind) && Guid.TryParse(id, out var parsedId) && Guid.TryParse(agency, out var parsedAgency)
            ? new Change(parsedKind, parsedId, parsedAgency)
            : null;
}

/// <summary>In-process distribution of hints to whoever shows or caches things on this node.</summary>
public sealed class ChangeFeed
{
    private readonly ConcurrentDictionary<Guid, Action<Change>> _subscribers = new();

    /// <summary>Hears every hint until disposed. Handlers must be quick and must not throw.</summary>
    public IDisposable Subscribe(Action<Change> handler)
    {
        var key = Guid.NewGuid();
        _subscribers[key] = handler;
        return new Subscription(this, key);
    }

    /// <summary>Tells everybody on this node.</summary>
    public void Publish(Change change)
    {
        foreach (var handler in _subscribers.Values)
        {
            handler(change);
        }
    }

    private sealed class Subscription(ChangeFeed feed, Guid key) : IDisposable
    {
        public void Dispose() => feed._subscribers.TryRemove(key, out _);
    }
}
