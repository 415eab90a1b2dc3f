using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Callbacks;

/// <summary>
/// Stores callbacks once each. What comes in while a transaction runs is written together by the next one, so that a storm of messages
/// costs a few transactions and not thousands; the ends of jobs, which change deliveries, are written each for itself.
/// </summary>
public sealed class CallbackIntake(Work work) : IDisposable
{
    private const string Name = "platform";
    private const int Tries = 4;
    private const int Most = 200;

    private readonly ConcurrentQueue<Arrival> _arrived = new();
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Keeps the callback, or finds that it was kept before; committed when it returns.</summary>
    public async Task StoreAsync(PlatformAccount account, CallbackMessage message, CancellationToken token)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.DedupeKey)));
        var arrival = new Arrival(account, message, key);
        if (message.JobId is not null && message.Event is not null)
        {
            await StoreAloneAsync(arrival, token);
            return;
        }

        _arrived.Enqueue(arrival);
        await _writing.WaitAsync(token);
        try
        {
            // Whoever waited longest writes for all who wait.
            if (!arrival.Stored.Task.IsCompleted) await WriteAsync();
        }
        finally
        {
            _writing.Release();
        }

        await arrival.Stored.Task;
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    // Not cancelled by the one caller who happens to write: the others wait for it too.
    private async Task WriteAsync()
    {
        while (true)
        {
            var batch = new List<Arrival>();
            while (batch.Count < Most && _arrived.TryDequeue(out var arrival)) batch.Add(arrival);
            if (batch.Count == 0) return;
            try
            {
                await StoreTogetherAsync(batch);
            }
            catch (Exception)
            {
                // Another node had one of them at the same moment, or one cannot be stored at all: each for itself tells which.
                await EachAloneAsync(batch);
            }

            foreach (var arrival in batch) arrival.Stored.TrySetResult();
        }
    }

    private async Task EachAloneAsync(List<Arrival> batch)
    {
        foreach (var arrival in batch)
        {
            try
            {
                await StoreAloneAsync(arrival, CancellationToken.None);
            }
            catch (Exception failure)
            {
                // Its own caller answers with an error, and the platform delivers it again.
                arrival.Stored.TrySetException(failure);
            }
        }
    }

    private async Task StoreTogetherAsync(List<Arrival> batch)
    {
        var result = await work.AsSystemAsync<bool>(
            Name,
            async step =>
            {
                var (accounts, keys) = (batch.ConvertAll(arrival => arrival.Account.Id).Distinct().ToList(), batch.ConvertAll(arrival => arrival.Key));
                var known = (await step.Db.Set<CallbackReceipt>().Where(row => accounts.Contains(row.AccountId) && keys.Contains(row.Key)).Select(row => new { row.AccountId, row.Key }).ToListAsync(step.Token))
                    .Select(row => (row.AccountId, row.Key)).ToHashSet();
                var fresh = batch.FindAll(arrival => known.Add((arrival.Account.Id, arrival.Key)));
                var openIds = fresh.Where(arrival => arrival.Message.Event is null).Select(arrival => arrival.Message.From).Distinct(StringComparer.Ordinal).ToList();
                var threads = openIds.Count == 0 ? [] : await ThreadsAsync(step, accounts, openIds);
                foreach (var arrival in fresh)
                {
                    step.Db.Add(new CallbackReceipt { AccountId = arrival.Account.Id, Key = arrival.Key, At = step.Now });
                    if (arrival.Message.Event is null) Keep(step, threads, arrival);
                }

                return true;
            },
            CancellationToken.None);
        if (!result.Succeeded) throw new InvalidOperationException(result.Error.Code);
    }

    private async Task StoreAloneAsync(Arrival arrival, CancellationToken token)
    {
        var (account, message) = (arrival.Account, arrival.Message);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await work.AsSystemAsync<bool>(
                    Name,
                    async step =>
                    {
                        // Deliveries of the same push run at once when the first is slow; they wait here for each other.
                        await step.LockAccountAsync(account.Id);
                        if (await step.Db.Set<CallbackReceipt>().AnyAsync(row => row.AccountId == account.Id && row.Key == arrival.Key, step.Token)) return true;
                        step.Db.Add(new CallbackReceipt { AccountId = account.Id, Key = arrival.Key, At = step.Now });
                        if (message.Event is null) Keep(step, await ThreadsAsync(step, [account.Id], [message.From]), arrival);
                        else await JobEvents.ApplyAsync(step, account.Id, message);
                        return true;
                    },
                    token);
                if (result.Succeeded) return;
                if (result.Error.Kind != ErrorKind.Stale || attempt == Tries)
                    throw new InvalidOperationException($"A callback of {account.AppId} could not be stored: {result.Error.Code}");
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // The same callback was stored in the same moment; the next try finds it.
            }
        }
    }

    private static async Task<Dictionary<(Guid Account, string OpenId), CitizenThread>> ThreadsAsync(WorkStep step, List<Guid> accounts, List<string> openIds) =>
        (await step.Db.Threads.Where(row => accounts.Contains(row.AccountId) && openIds.Contains(row.OpenId)).ToListAsync(step.Token)).ToDictionary(row => (row.AccountId, row.OpenId));

    private static void Keep(WorkStep step, Dictionary<(Guid Account, string OpenId), CitizenThread> threads, Arrival arrival)
    {
        var (account, message) = (arrival.Account, arrival.Message);
        if (!threads.TryGetValue((account.Id, message.From), out var thread))
        {
            thread = threads[(account.Id, message.From)] = new CitizenThread(account.AgencyId, account.Id, message.From, message.CreatedAt);
            step.Db.Add(thread);
        }

        step.Db.Add(thread.Receive(message.MsgType, Words(message), message.Root.Text("MsgId"), message.CreatedAt));
    }

    // What stands for the message in a list: words where there are some, else the platform's address of it.
    private static string Words(CallbackMessage message)
    {
        var root = message.Root;
        return message.MsgType switch
        {
            "text" => root.Element("Content")?.Value ?? "",
            "image" => root.Text("PicUrl") ?? "",
            "voice" => root.Text("Recognition") ?? "",
            "location" => root.Text("Label") ?? "",
            "link" => string.Join('\n', new[] { root.Text("Title"), root.Text("Url") }.Where(part => !string.IsNullOrEmpty(part))),
            _ => "",
        };
    }

    private sealed record Arrival(PlatformAccount Account, CallbackMessage Message, string Key)
    {
        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
