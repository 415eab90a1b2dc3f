using System.Collections.Concurrent;

namespace GovAccountConsole.Web.Access;

/// <summary>
/// Slows down guessing: counts failed logins by address and e-mail and by address alone. Successful ones cost nothing, so an office behind one
/// address is not shut out by its own working day. In memory of one node; the lockout of the login itself is in the database.
/// </summary>
public sealed class LoginThrottle(TimeProvider time)
{
    private const int MostForLogin = 20;
    private const int MostForAddress = 200;
    private const int MostEntries = 20_000;

    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Since)> _failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long the caller must wait; null when a try is allowed.</summary>
    public TimeSpan? Wait(string address, string email) => Left(Key(address, email), MostForLogin) ?? Left(address, MostForAddress);

    /// <summary>Notes a failed try.</summary>
    public void Failed(string address, string email)
    {
        if (_failures.Count > MostEntries)
        {
            var now = time.GetUtcNow();
            foreach (var (key, (_, since)) in _failures)
            {
                if (now - since > _window)
                {
                    _failures.TryRemove(key, out _);
                }
            }
        }

        Count(Key(address, email));
        Count(address);
    }

    private static string Key(string address, string email) => address + " " + (email.Length > 256 ? email[..256] : email).Trim();

    private void Count(string key)
    {
        var now = time.GetUtcNow();
        _failures.AddOrUpdate(key, _ => (1, now), (_, old) => now - old.Since > _window ? (1, now) : (old.Failures + 1, old.Since));
    }

    private TimeSpan? Left(string key, int most) =>
        _failures.TryGetValue(key, out var counted) && counted.Failures >= most && _window - (time.GetUtcNow() - counted.Since) is { } left && left > TimeSpan.Zero
            ? left
            : null;
}
