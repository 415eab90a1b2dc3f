namespace GovAccountConsole.Web.Posts;

/// <summary>Who has which post open on this node, so that two people do not rewrite the same sentence unknowingly. A hint, not a lock.</summary>
public sealed class PostPresence
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, List<Visit>> _visits = [];

    /// <summary>Comes in; <paramref name="changed"/> is called whenever somebody comes or goes. Dispose to leave.</summary>
    public IDisposable Enter(Guid postId, Guid personId, string name, Action changed)
    {
        var visit = new Visit(this, postId, personId, name, changed);
        Tell(postId, list => list.Add(visit));
        return visit;
    }

    /// <summary>Names of the others who have it open, each once.</summary>
    public IReadOnlyList<string> Others(Guid postId, Guid personId)
    {
        lock (_gate)
        {
            return _visits.TryGetValue(postId, out var list) ? [.. list.Where(visit => visit.PersonId != personId).DistinctBy(visit => visit.PersonId).Select(visit => visit.Name)] : [];
        }
    }

    private void Tell(Guid postId, Action<List<Visit>> change)
    {
        Visit[] listeners;
        lock (_gate)
        {
            if (!_visits.TryGetValue(postId, out var list))
            {
                _visits[postId] = list = [];
            }

            change(list);
            listeners = [.. list];
            if (list.Count == 0)
            {
                _visits.Remove(postId);
            }
        }

        foreach (var listener in listeners)
        {
            listener.Changed();
        }
    }

    private sealed class Visit(PostPresence home, Guid postId, Guid personId, string name, Action changed) : IDisposable
    {
        public Guid PersonId => personId;

        public string Name => name;

        public Action Changed => changed;

        public void Dispose() => home.Tell(postId, list => list.Remove(this));
    }
}
