using System.Collections.Concurrent;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>
/// Gives the account's token: from memory, else from the store, else from the platform. One fetch per account at a time in the whole cluster;
/// whoever reports a failed token gets another only if it is still the kept one, so a hundred refusals make one fetch.
/// </summary>
public sealed class TokenKeeper
{
    // Between ten and five minutes before expiry the platform still gives the same token: a wider margin would fetch on every call.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MinimumUse = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ForcePause = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly TokenApi _api;
    private readonly TokenStore _store;
    private readonly TimeProvider _time;

    internal TokenKeeper(TokenApi api, TokenStore store, TimeProvider time) => (_api, _store, _time) = (api, store, time);

    /// <summary>The account's token.</summary>
    /// <param name="appId">The account.</param>
    /// <param name="failed">A token that the platform has just refused on a business call, or null.</param>
    /// <param name="token">Cancels.</param>
    public async Task<Answer<AccessToken>> GetAsync(string appId, string? failed, CancellationToken token)
    {
        var slot = _slots.GetOrAdd(appId, _ => new());
        if (Usable(slot.Kept, failed) is { } quick) return Answer.Ok(quick);
        await slot.Gate.WaitAsync(token);
        try
        {
            if (Usable(slot.Kept, failed) is { } now) return Answer.Ok(now);
            if (Usable(await _store.ReadAsync(appId, token), failed) is { } stored) return Answer.Ok(slot.Kept = stored);
            await using var alone = await _store.LockAsync(appId, token);
            if (Usable(await _store.ReadAsync(appId, token), failed) is { } others) return Answer.Ok(slot.Kept = others);
            var answer = await FetchAsync(appId, failed, token);
            if (answer.Value is { } fresh) slot.Kept = fresh;
            return answer;
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    /// <summary>Drops the kept token, after an account's credentials changed.</summary>
    public async Task ForgetAsync(string appId, CancellationToken token)
    {
        _slots.TryRemove(appId, out _);
        await _store.ForgetAsync(appId, token);
    }

    /// <summary>How long a grant is used: up to five minutes before expiry, but at least a minute.</summary>
    internal static DateTimeOffset UsableUntil(DateTimeOffset now, int expiresIn)
    {
        var rest = TimeSpan.FromSeconds(expiresIn) - Margin;
        return now + (rest > MinimumUse ? rest : MinimumUse);
    }

    private async Task<Answer<AccessToken>> FetchAsync(string appId, string? failed, CancellationToken token)
    {
        if (await _store.ReadSecretAsync(appId, token) is not { } secret)
            return Answer.Refused<AccessToken>(new(40013, "the account is not known to the console", null));

        var grant = await _api.GetStableAsync(appId, secret, force: false, token);
        // The platform holds the refused token to be good: the only way out is a forced one, which is scarce.
        if (failed is not null && grant.Value?.AccessToken == failed && await _store.TryTakeForceAsync(appId, _time.GetUtcNow() - ForcePause, token))
            grant = await _api.GetStableAsync(appId, secret, force: true, token);

        if (grant.Error is { } error) await _store.MarkFailedAsync(appId, error.Code, token);
        if (grant.Value is not { } value) return grant.Map(_ => new AccessToken("", default));
        var kept = new AccessToken(value.AccessToken, UsableUntil(_time.GetUtcNow(), value.ExpiresIn));
        await _store.WriteAsync(appId, kept, token);
        return Answer.Ok(kept);
    }

    private AccessToken? Usable(AccessToken? kept, string? failed) =>
        kept is not null && kept.Token != failed && kept.UsableUntil > _time.GetUtcNow() ? kept : null;

    private sealed class Slot
    {
        private AccessToken? _kept;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public AccessToken? Kept
        {
            get => Volatile.Read(ref _kept);
            set => Volatile.Write(ref _kept, value);
        }
    }
}
