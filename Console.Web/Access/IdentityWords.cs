using GovAccountConsole.Web.Components.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Access;

/// <summary>Identity's refusals in the person's language; codes stay Identity's own.</summary>
public sealed class IdentityWords(IStringLocalizer<SignInText> words) : IdentityErrorDescriber
{
    /// <inheritdoc />
    public override IdentityError DefaultError() => Say(nameof(DefaultError), "Identity.Default");

    /// <inheritdoc />
    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "Identity.ConcurrencyFailure");

    /// <inheritdoc />
    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "Identity.PasswordMismatch");

    /// <inheritdoc />
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), "Identity.PasswordTooShort", length);

    /// <inheritdoc />
    public override IdentityError PasswordRequiresDigit() => Say(nameof(PasswordRequiresDigit), "Identity.PasswordRequiresDigit");

    /// <inheritdoc />
    public override IdentityError PasswordRequiresLower() => Say(nameof(PasswordRequiresLower), "Identity.PasswordRequiresLower");

    /// <inheritdoc />
    public override IdentityError PasswordRequiresUpper() => Say(nameof(PasswordRequiresUpper), "Identity.PasswordRequiresUpper");

    /// <inheritdoc />
    public override IdentityError PasswordRequiresNonAlphanumeric() => Say(nameof(PasswordRequiresNonAlphanumeric), "Identity.PasswordRequiresNonAlphanumeric");

    /// <inheritdoc />
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Say(nameof(PasswordRequiresUniqueChars), "Identity.PasswordRequiresUniqueChars", uniqueChars);

    /// <inheritdoc />
    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), "Identity.DuplicateEmail");

    /// <inheritdoc />
    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "Identity.InvalidEmail");

    private IdentityError Say(string code, string key, params object[] arguments) => new() { Code = code, Description = words[key, arguments] };
}
