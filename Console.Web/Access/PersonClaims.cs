using System.Security.Claims;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Web.Access;

/// <summary>Puts into the sign-in what every page needs without asking the database: the person's language. Grants are never in it.</summary>
public sealed class PersonClaims(UserManager<Person> people, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Person>(people, options)
{
    /// <inheritdoc />
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.Language is { } language && CultureStartup.Languages.Contains(language))
        {
            identity.AddClaim(new Claim(CultureStartup.LanguageClaim, language));
        }

        return identity;
    }
}
