namespace GovAccountConsole.Tests.Support;

/// <summary>Waits for a condition with a deadline; never for a time.</summary>
public static class Until
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Returns as soon as the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not hold within the deadline (20 seconds unless told).</exception>
    public static Task TrueAsync(Func<bool> condition, CancellationToken token, TimeSpan? deadline = null) =>
        TrueAsync(() => Task.FromResult(condition()), token, deadline);

    /// <inheritdoc cref="TrueAsync(Func{bool}, CancellationToken, TimeSpan?)"/>
    public static async Task TrueAsync(Func<Task<bool>> condition, CancellationToken token, TimeSpan? deadline = null)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        while (!await condition())
        {
            if (time.GetElapsedTime(started) > (deadline ?? TimeSpan.FromSeconds(20)))
                throw new TimeoutException("The condition did not become true in time.");
            await Task.Delay(Pause, time, token);
        }
    }

    /// <summary>Returns the first non-null answer.</summary>
    /// <exception cref="TimeoutException">There was none within the deadline.</exception>
    public static async Task<T> NotNullAsync<T>(Func<Task<T?>> question, CancellationToken token, TimeSpan? deadline = null)
        where T : class
    {
        T? answer = null;
        await TrueAsync(async () => (answer = await question()) is not null, token, deadline);
        return answer!;
    }
}
