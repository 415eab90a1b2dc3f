using Microsoft.AspNetCore.DataProtection;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>Encrypts secrets for storage with Data Protection (keys in PostgreSQL). The clear text leaves only towards the platform.</summary>
public sealed class SecretSealer(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("GovAccountConsole.Accounts.Secrets.v1");

    /// <summary>Encrypts; null and empty stay null.</summary>
    public string? Seal(string? secret) => string.IsNullOrEmpty(secret) ? null : _protector.Protect(secret);

    /// <summary>Decrypts what <see cref="Seal"/> made.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys that sealed it are gone.</exception>
    public string Open(string sealedSecret) => _protector.Unprotect(sealedSecret);
}
