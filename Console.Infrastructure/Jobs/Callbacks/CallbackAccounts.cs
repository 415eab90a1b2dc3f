using System.Collections.Concurrent;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Infrastructure.Jobs.Callbacks;

/// <summary>Accounts that callbacks come in for, remembered for some seconds: a storm is usually about a few.</summary>
public sealed class CallbackAccounts(PlatformAccounts accounts, TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan _keep = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The account as it was at most ten seconds ago; null when there is none, or it is closed.</summary>
    public async Task<PlatformAccount?> FindAsync(string appId, CancellationToken token) =>
        _kept.TryGetValue(appId, out var kept) && kept.Until > time.GetUtcNow() ? kept.Account : await ReadAsync(appId, token);

    /// <summary>The account as it is now.</summary>
    public async Task<PlatformAccount?> ReadAsync(string appId, CancellationToken token)
    {
        if (await accounts.FindAsync(appId, token) is not { } account || account.Status == AccountStatus.Closed)
        {
            _kept.TryRemove(appId, out _);
            return null;
        }

        if (_kept.Count >= Most) _kept.Clear();
        _kept[appId] = new Kept(account, time.GetUtcNow() + _keep);
        return account;
    }

    private sealed record Kept(PlatformAccount Account, DateTimeOffset Until);
}
