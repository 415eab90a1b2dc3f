using System.Collections.Concurrent;

namespace GovAccountConsole.Simulator.State;

/// <summary>A part of the platform that finishes accepted jobs when their time has come.</summary>
internal interface IFinishesJobs
{
    /// <summary>Finishes what is due; called with the account's gate held, any number of times.</summary>
    void Settle(Account account, DateTimeOffset now);

    /// <summary>When the account's open jobs fall due.</summary>
    IEnumerable<DateTimeOffset> OpenUntil(Account account);
}

/// <summary>Wakes accounts when a job of theirs falls due, so that finish events go out without anybody asking.</summary>
internal sealed class JobClock(PlatformState state, IEnumerable<IFinishesJobs> jobs, TimeProvider time) : IDisposable
{
    private readonly IFinishesJobs[] _jobs = [.. jobs];
    private readonly ConcurrentDictionary<Guid, ITimer> _timers = new();

    /// <summary>Finishes the account's due jobs; called with its gate held, with every call, so it looks only when something is due.</summary>
    public void Settle(Account account, DateTimeOffset now)
    {
        if (account.NextDue is null || account.NextDue > now)
        {
            return;
        }
        foreach (var job in _jobs)
        {
            job.Settle(account, now);
        }
        account.NextDue = _jobs.SelectMany(job => job.OpenUntil(account)).Select(due => (DateTimeOffset?)due).Min();
    }

    /// <summary>Called with the account's gate held.</summary>
    public void WakeAt(Account account, DateTimeOffset due)
    {
        account.NextDue = account.NextDue < due ? account.NextDue : due;
        var id = Guid.NewGuid();
        var wait = due - time.GetUtcNow();
        var timer = time.CreateTimer(_ => Wake(account, id, due), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timers[id] = timer;
        timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Takes up the jobs that were open when the simulator was stopped.</summary>
    public void Resume()
    {
        foreach (var account in state.Accounts.Values)
        {
            lock (account.Gate)
            {
                foreach (var due in _jobs.SelectMany(job => job.OpenUntil(account)).ToList())
                {
                    WakeAt(account, due);
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var timer in _timers.Values)
        {
            timer.Dispose();
        }
        _timers.Clear();
    }

    private void Wake(Account account, Guid id, DateTimeOffset due)
    {
        if (_timers.TryRemove(id, out var timer))
        {
            timer.Dispose();
        }
        lock (account.Gate)
        {
            // A timer may fire a moment early by the wall clock; the job is due all the same.
            var now = time.GetUtcNow();
            Settle(account, now > due ? now : due);
        }
        state.Touch();
    }
}
