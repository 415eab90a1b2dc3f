using System.Collections.Concurrent;

namespace GovAccountConsole.Simulator.State;

/// <summary>All accounts, the indexes over them, and the counters that ids come from.</summary>
internal sealed class PlatformState
{
    // Platform ids do not fit 32 bits; starting above makes a client that uses int fail at once.
    private long _lastId = 2_247_500_000;
    private long _lastMessageId = 1_000_001_000;
    private long _version;

    public ConcurrentDictionary<string, Account> Accounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Access token → AppId.</summary>
    public ConcurrentDictionary<string, string> TokenOwners { get; } = new(StringComparer.Ordinal);

    /// <summary>Key of an article page → AppId.</summary>
    public ConcurrentDictionary<string, string> ArticleOwners { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, StoredImage> Images { get; } = new(StringComparer.Ordinal);

    /// <summary>Grows with every change; what is kept on disk or shown on a page compares it.</summary>
    public long Version => Interlocked.Read(ref _version);

    public (long Id, long MessageId) Counters
    {
        get => (Interlocked.Read(ref _lastId), Interlocked.Read(ref _lastMessageId));
        set
        {
            Interlocked.Exchange(ref _lastId, Math.Max(value.Id, _lastId));
            Interlocked.Exchange(ref _lastMessageId, Math.Max(value.MessageId, _lastMessageId));
        }
    }

    public void Touch() => Interlocked.Increment(ref _version);

    public long NextId() => Interlocked.Increment(ref _lastId);

    public long NextMessageId() => Interlocked.Increment(ref _lastMessageId);

    public Account? Find(string? appId) => appId is not null && Accounts.TryGetValue(appId, out var account) ? account : null;

    public Account? OwnerOfArticle(string key) => ArticleOwners.TryGetValue(key, out var appId) ? Find(appId) : null;
}
