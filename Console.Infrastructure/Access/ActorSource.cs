using System.Collections.Concurrent;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Reviews.Absences;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Access;

/// <summary>
/// Who acts, with the grants held at this moment. Read once per few seconds and person; a change of grants empties the cache on every node
/// through the change feed, so taking a role away works at once, also inside open pages.
/// </summary>
public sealed class ActorSource : IDisposable
{
    private static readonly TimeSpan _keep = TimeSpan.FromSeconds(5);

    private readonly IDbContextFactory<ConsoleDb> _factory;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<Guid, (Actor Actor, DateTimeOffset Until)> _cache = new();
    private readonly IDisposable _subscription;

    /// <summary>Creates the source.</summary>
    public ActorSource(IDbContextFactory<ConsoleDb> factory, TimeProvider time, ChangeFeed feed)
    {
        _factory = factory;
        _time = time;
        _subscription = feed.Subscribe(change =>
        {
            if (change.Kind is ChangeKind.Grants or ChangeKind.Everything)
            {
                _cache.Clear();
            }
        });
    }

    /// <summary>The person with current grants; <see cref="Actor.Nobody"/> when there is no such person, or it is shut out.</summary>
    public async Task<Actor> GetAsync(Guid personId, CancellationToken token)
    {
        var now = _time.GetUtcNow();
        if (_cache.TryGetValue(personId, out var cached) && cached.Until > now)
        {
            return cached.Actor;
        }

        await using var db = await _factory.CreateDbContextAsync(token);
        var name = await db.Users.Where(person => person.Id == personId && (person.LockoutEnd == null || person.LockoutEnd < DateTimeOffset.MaxValue))
            .Select(person => person.Name).SingleOrDefaultAsync(token);
        if (name is null)
        {
            return Actor.Nobody;
        }

        var grants = await db.RoleGrants.AsNoTracking()
            .Where(grant => grant.PersonId == personId)
            .Select(grant => new Grant(grant.Role, grant.AgencyId))
            .ToListAsync(token);
        var today = BusinessTime.DayOf(now);
        var actor = new Actor(personId, name, grants) { Substitutions = [.. (await db.SubstitutionsAsync([personId], today, token))[personId]] };
        // Absences begin and end with the day.
        var midnight = BusinessTime.StartOf(today.AddDays(1));
        _cache[personId] = (actor, now + _keep < midnight ? now + _keep : midnight);
        return actor;
    }

    /// <summary>The same actor with the grants held now; the console itself stays as it is.</summary>
    public async Task<Actor> RefreshAsync(Actor actor, CancellationToken token) =>
        actor.Id is not { } person ? actor
        : actor.Within is { } agency ? await NarrowAsync(await GetAsync(person, token), agency, token)
        : await GetAsync(person, token);

    /// <summary>The actor looking at one agency only; one that does not lie at or below a grant is ignored, so narrowing can never widen.</summary>
    public async Task<Actor> NarrowAsync(Actor actor, Guid agencyId, CancellationToken token)
    {
        var roots = actor.Roots;
        if (roots.Contains(agencyId))
        {
            return actor with { Within = agencyId };
        }

        await using var db = await _factory.CreateDbContextAsync(token);
        var below = await db.AgencyLineage.AnyAsync(line => line.AgencyId == agencyId && roots.Contains(line.AncestorId), token);
        return below ? actor with { Within = agencyId } : actor;
    }

    /// <summary>As <see cref="RefreshAsync"/>, read now: what an act is allowed by is never some seconds old.</summary>
    public Task<Actor> ReadAsync(Actor actor, CancellationToken token)
    {
        if (actor.Id is { } person)
        {
            _cache.TryRemove(person, out _);
        }

        return RefreshAsync(actor, token);
    }

    /// <inheritdoc/>
    public void Dispose() => _subscription.Dispose();
}
