namespace GovAccountConsole.Domain.Shared;

/// <summary>Anything that belongs to one agency and is seen only within the actor's scope.</summary>
public interface IScoped
{
    /// <summary>The owning agency.</summary>
    Guid AgencyId { get; }
}

/// <summary>What happened to an aggregate: becomes an audit row in the transaction that stores the change.</summary>
/// <param name="Action">What was done, camelCase, e.g. <c>postSubmitted</c>.</param>
/// <param name="SubjectType">Kind of thing: <c>post</c>, <c>account</c> …</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="AgencyId">The agency whose scope the entry belongs to.</param>
/// <param name="ById">Who did it; null for the console itself.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Detail">A short addition: reason, title, step. Never a secret, never a citizen's data.</param>
public record DomainEvent(string Action, string SubjectType, Guid SubjectId, Guid AgencyId, Guid? ById, DateTimeOffset At, string? Detail);

/// <summary>Root of a cluster of objects saved together, guarded by one concurrency version.</summary>
public abstract class Aggregate
{
    private readonly List<DomainEvent> _events = [];

    /// <summary>Identity; time-ordered UUID version 7.</summary>
    public Guid Id { get; protected set; } = Guid.CreateVersion7();

    /// <summary>Concurrency version (PostgreSQL's xmin); changes with every write.</summary>
    public uint Version { get; private set; }

    /// <summary>What happened since loading, not yet stored.</summary>
    public IReadOnlyList<DomainEvent> Events => _events;

    /// <summary>Hands over and forgets the pending events.</summary>
    public IReadOnlyList<DomainEvent> TakeEvents()
    {
        var taken = _events.ToArray();
        _events.Clear();
        return taken;
    }

    /// <summary>Notes that something happened.</summary>
    protected void Record(DomainEvent domainEvent) => _events.Add(domainEvent);
}
