namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Where tokens are kept between nodes and restarts.</summary>
public abstract class TokenStore
{
    /// <summary>The account's AppSecret in clear, or null when the account is not known.</summary>
    public abstract Task<string?> ReadSecretAsync(string appId, CancellationToken token);

    /// <summary>The kept token, or null.</summary>
    public abstract Task<AccessToken?> ReadAsync(string appId, CancellationToken token);

    /// <summary>Makes all nodes wait that would fetch this account's token, until the answer is disposed; by default there is one node.</summary>
    public virtual Task<IAsyncDisposable> LockAsync(string appId, CancellationToken token) => Task.FromResult<IAsyncDisposable>(Nothing.Instance);

    /// <summary>Keeps a token, encrypted, and clears the failure mark.</summary>
    public abstract Task WriteAsync(string appId, AccessToken kept, CancellationToken token);

    /// <summary>Notes that the platform refused to grant a token.</summary>
    public abstract Task MarkFailedAsync(string appId, int errorCode, CancellationToken token);

    /// <summary>Drops the kept token, after the account's credentials changed.</summary>
    public abstract Task ForgetAsync(string appId, CancellationToken token);

    /// <summary>Takes the right to force a new token; false when any node took it since <paramref name="notSince"/>.</summary>
    public abstract Task<bool> TryTakeForceAsync(string appId, DateTimeOffset notSince, CancellationToken token);

    private sealed class Nothing : IAsyncDisposable
    {
        public static Nothing Instance { get; } = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>A token in use.</summary>
/// <param name="Token">The token.</param>
/// <param name="UsableUntil">Before this moment it need not be fetched again.</param>
public sealed record AccessToken(string Token, DateTimeOffset UsableUntil)
{
    /// <summary>Without the token: it must not reach a log.</summary>
    public override string ToString() => $"token until {UsableUntil:O}";
}
