using GovAccountConsole.Infrastructure.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace GovAccountConsole.Web.Access;

/// <summary>Looks once a minute whether the sign-in behind an open page still holds; a changed password or removed login ends it.</summary>
public sealed class RevalidatingPerson(ILoggerFactory loggers, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    /// <inheritdoc />
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = await people.GetUserAsync(authenticationState.User);
        return person is not null
            && authenticationState.User.FindFirst(people.Options.ClaimsIdentity.SecurityStampClaimType)?.Value == await people.GetSecurityStampAsync(person);
    }
}
