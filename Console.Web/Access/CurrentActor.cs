using System.Security.Claims;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace GovAccountConsole.Web.Access;

/// <summary>
/// Who sits in front of this page, with the grants held at this moment, narrowed to the agency of the scope switcher.
/// Ask before every query and use case: grants taken away meanwhile act at once.
/// </summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication, ActorSource actors)
{
    private Guid? _within;

    /// <summary>The agency the switcher narrowed to; null for the whole scope. What lies outside the grants is ignored.</summary>
    public Guid? Within => _within;

    /// <summary>Takes over what the switcher's cookie says; called once when the page starts.</summary>
    public void NarrowTo(Guid? agencyId) => _within = agencyId;

    /// <summary>The person as an actor; <see cref="Actor.Nobody"/> when nobody is signed in.</summary>
    public async Task<Actor> GetAsync(CancellationToken token = default)
    {
        var actor = await GetWholeAsync(token);
        return _within is { } agency && actor.Id is not null ? await actors.NarrowAsync(actor, agency, token) : actor;
    }

    /// <summary>The person without the narrowing, for what belongs to the whole console: switcher, navigation, stop.</summary>
    public async Task<Actor> GetWholeAsync(CancellationToken token = default)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return PersonId(state.User) is { } person ? await actors.GetAsync(person, token) : Actor.Nobody;
    }

    /// <summary>The person's id from the sign-in; null when nobody is signed in.</summary>
    public static Guid? PersonId(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && user.Identity?.IsAuthenticated == true ? id : null;
}
