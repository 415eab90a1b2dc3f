using GovAccountConsole.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;

namespace GovAccountConsole.Web.Access;

/// <summary>Lets people in by e-mail and password, and tells a stranger nothing: an unknown login takes as long and sounds the same as a wrong password.</summary>
public sealed class SignInDesk(UserManager<Person> people, SignInManager<Person> signIn, IPasswordHasher<Person> hasher)
{
    private static readonly Person _stranger = new();
    private static string? _strangerHash;

    /// <summary>The person signed in with the cookie scheme, or null.</summary>
    public Task<Person?> EnterAsync(string email, string password) => EnterAsync(email, password, null, IdentityConstants.ApplicationScheme);

    /// <summary>The person signed in with a scheme, or null; the bearer scheme writes its tokens into the answer.</summary>
    public async Task<Person?> EnterAsync(string email, string password, string? twoFactorCode, string scheme)
    {
        var person = await people.FindByEmailAsync(email);
        if (person is null)
        {
            // The same work as for somebody who exists, so that the time taken does not tell.
            _strangerHash ??= hasher.HashPassword(_stranger, Guid.NewGuid().ToString());
            _ = hasher.VerifyHashedPassword(_stranger, _strangerHash, password);
            return null;
        }

        signIn.AuthenticationScheme = scheme;
        var result = await signIn.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor && !string.IsNullOrEmpty(twoFactorCode))
        {
            result = await signIn.TwoFactorAuthenticatorSignInAsync(twoFactorCode, isPersistent: false, rememberClient: false);
        }

        return result.Succeeded ? person : null;
    }

    /// <summary>Ends the sign-in of this browser.</summary>
    public Task LeaveAsync() => signIn.SignOutAsync();
}
