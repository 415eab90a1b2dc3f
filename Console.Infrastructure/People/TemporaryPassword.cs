using System.Security.Cryptography;
using GovAccountConsole.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;

namespace GovAccountConsole.Infrastructure.People;

/// <summary>A password made by the console, shown once to the administrator who hands it over, stored only as a hash.</summary>
internal static class TemporaryPassword
{
    // Without characters that are mistaken for each other when read out.
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";
    private static readonly PasswordHasher<Person> _hasher = new();

    /// <summary>Sets a new password and ends every session of the person.</summary>
    public static string Set(Person person)
    {
        var password = $"{RandomNumberGenerator.GetString(Letters, 6)}-{RandomNumberGenerator.GetString(Digits, 4)}-{RandomNumberGenerator.GetString(Letters, 4)}Aa";
        person.PasswordHash = _hasher.HashPassword(person, password);
        person.SecurityStamp = Guid.NewGuid().ToString("N");
        person.ConcurrencyStamp = Guid.NewGuid().ToString();
        person.AccessFailedCount = 0;
        return password;
    }
}
