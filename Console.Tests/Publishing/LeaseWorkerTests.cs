using System.Collections.Concurrent;
using GovAccountConsole.Infrastructure.Jobs;
using GovAccountConsole.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovAccountConsole.Tests.Publishing;

public sealed class LeaseWorkerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_works_on_no_more_than_it_may_and_a_broken_item_or_claim_stops_nothing()
    {
        using var lane = new Lane(3);
        foreach (var item in Enumerable.Range(0, 20)) lane.Waiting.Enqueue(item);
        lane.BrokenClaims = 2;
        await lane.StartAsync(Stop);
        await Until.TrueAsync(() => lane.Done.Count == 20, Stop);
        await lane.StopAsync(Stop);
        Assert.InRange(lane.MostAtOnce, 2, 3);
        Assert.Equal(Enumerable.Range(0, 20), lane.Done.Order());
    }

    [Fact]
    public async Task A_stop_lets_what_is_under_way_finish_and_takes_nothing_new()
    {
        using var lane = new Lane(1) { Gate = new() };
        lane.Waiting.Enqueue(1);
        lane.Waiting.Enqueue(2);
        await lane.StartAsync(Stop);
        await Until.TrueAsync(() => lane.Begun == 1, Stop);
        var stopping = lane.StopAsync(Stop);
        Assert.False(stopping.IsCompleted);
        lane.Gate.SetResult();
        await stopping;
        Assert.Equal([1], lane.Done);
        Assert.Single(lane.Waiting);
    }

    [Fact]
    public async Task A_second_stop_ends_too_also_when_the_lane_is_disposed_meanwhile()
    {
        var lane = new Lane(2);
        await lane.StartAsync(Stop);
        await lane.StopAsync(Stop);
        var second = lane.StopAsync(Stop);
        lane.Dispose();
        await second.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Stop);
    }

    [Fact]
    public async Task A_nudge_shortens_the_wait()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var lane = new Lane(1, clock);
        await lane.StartAsync(Stop);
        await Until.TrueAsync(() => lane.Claims == 1, Stop);
        lane.Waiting.Enqueue(7);
        lane.Nudge();
        await Until.TrueAsync(() => lane.Done.Contains(7), Stop);
        await lane.StopAsync(Stop);
    }

    private sealed class Lane(int parallelism, TimeProvider? time = null) : LeaseWorker<int>(parallelism, time ?? TimeProvider.System, NullLogger.Instance)
    {
        private int _now;
        private int _claims;
        private int _begun;

        public ConcurrentQueue<int> Waiting { get; } = new();

        public ConcurrentQueue<int> Done { get; } = new();

        public TaskCompletionSource? Gate { get; init; }

        public int BrokenClaims { get; set; }

        public int MostAtOnce { get; private set; }

        public int Claims => Volatile.Read(ref _claims);

        public int Begun => Volatile.Read(ref _begun);

        protected override Task<IReadOnlyList<int>> ClaimAsync(int most, CancellationToken token)
        {
            Interlocked.Increment(ref _claims);
            if (BrokenClaims-- > 0)
            {
                Nudge();
                throw new InvalidOperationException("The database is away.");
            }

            var taken = new List<int>();
            while (taken.Count < most && Waiting.TryDequeue(out var item)) taken.Add(item);
            return Task.FromResult<IReadOnlyList<int>>(taken);
        }

        protected override async Task WorkAsync(int item, CancellationToken token)
        {
            lock (Done) MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
            Interlocked.Increment(ref _begun);
            if (Gate is not null) await Gate.Task;
            else await Task.Yield();
            Interlocked.Decrement(ref _now);
            Done.Enqueue(item);
            if (item % 5 == 3) throw new InvalidOperationException("This one is broken.");
        }
    }
}
