using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using GovAccountConsole.Simulator.Faults;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Callbacks;

/// <summary>Delivers pushes: up to three attempts of five seconds each; what failed is never delivered again.</summary>
internal sealed class CallbackSender : IDisposable
{
    private const int Attempts = 3;
    private const int LargestReply = 64 * 1024;
    private readonly SimulatorOptions _options;
    private readonly PlatformState _state;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Guid, Task> _running = new();
    private readonly ConcurrentDictionary<Guid, HeldPush> _held = new();
    private readonly FaultBook _faults;

    // Tens of thousands of jobs may finish in one second; without a bound each would open a connection of its own.
    private readonly SemaphoreSlim _lines;

    public CallbackSender(SimulatorOptions options, PlatformState state, FaultBook faults, TimeProvider time)
    {
        (_options, _state, _faults, _time) = (options, state, faults, time);
        _lines = new SemaphoreSlim(options.CallbackLines);
        var handler = options.CallbackHandler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        _client = new HttpClient(handler, disposeHandler: options.CallbackHandler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestReply,
        };
    }

    /// <summary>Starts a push; called with the account's gate held. <paramref name="replied"/> gets the answer, null when nobody answered.</summary>
    public void Push(Account account, PushXml xml, string kind, string openId, Action<CallbackReply?>? replied = null)
    {
        var record = new PushRecord { At = _time.GetUtcNow(), Kind = kind, Xml = xml.ToString(), OpenId = openId };
        account.Pushes.Add(record);
        if (account.Pushes.Count > PushRecord.Kept)
        {
            account.Pushes.RemoveRange(0, PushRecord.Kept / 10);
        }
        var fault = _faults.TakePush(account.AppId, kind);
        record.Fault = fault?.ToString();
        if (fault?.Push is FaultPush.Drop)
        {
            record.IsDropped = true;
        }
        else if (fault?.Push is FaultPush.Hold)
        {
            record.IsHeld = true;
            _held[record.Id] = new(account, record, replied);
        }
        else
        {
            var delay = TimeSpan.FromMilliseconds(fault?.DelayMs ?? 0);
            Deliver(account, record, replied, delay);
            if (fault?.Push is FaultPush.Duplicate)
            {
                Deliver(account, record, replied: null, delay);
            }
        }
    }

    /// <summary>The pushes kept back, oldest first.</summary>
    public IReadOnlyList<HeldPush> Held => [.. _held.Values.OrderBy(held => held.Push.At)];

    /// <summary>Finds the pushes that were kept back when the simulator was stopped.</summary>
    public void Resume()
    {
        foreach (var account in _state.Accounts.Values)
        {
            foreach (var push in account.Pushes.Where(push => push.IsHeld))
            {
                _held[push.Id] = new(account, push, null);
            }
        }
    }

    /// <summary>Delivers a push that was held, lost or delivered before; called with the account's gate held.</summary>
    public void Release(Account account, PushRecord record)
    {
        (record.IsHeld, record.IsDropped) = (false, false);
        _held.TryRemove(record.Id, out var held);
        Deliver(account, record, held?.Replied, TimeSpan.Zero);
    }

    /// <summary>Loses a held push for good; called with the account's gate held. False when it was not held.</summary>
    public bool Drop(PushRecord record)
    {
        if (!record.IsHeld)
        {
            return false;
        }
        _held.TryRemove(record.Id, out _);
        (record.IsHeld, record.IsDropped) = (false, true);
        return true;
    }

    private void Deliver(Account account, PushRecord record, Action<CallbackReply?>? replied, TimeSpan delay)
    {
        var settings = account.Settings;
        if (!Uri.TryCreate(settings.CallbackUrl, UriKind.Absolute, out var address) || string.IsNullOrEmpty(settings.Token))
        {
            record.Skipped = "no callback address or token";
            replied?.Invoke(null);
            return;
        }
        record.Skipped = null;
        var id = Guid.NewGuid();
        var run = Task.Run(() => DeliverAsync(account, settings, record, address, replied, delay));
        _running[id] = run;
        _ = run.ContinueWith(_ => _running.TryRemove(id, out Task? _), TaskScheduler.Default);
    }

    /// <summary>Sends one request and reads the answer; a failure is an answer without a status.</summary>
    public async Task<CallbackReply> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        using var limit = new CancellationTokenSource(_options.CallbackTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        try
        {
            using var response = await _client.SendAsync(request, both.Token);
            return new CallbackReply((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(both.Token), null);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new CallbackReply(null, [], "timeout");
        }
        catch (HttpRequestException problem)
        {
            return new CallbackReply(null, [], problem.HttpRequestError.ToString());
        }
    }

    private async Task<CallbackReply> SendInTurnAsync(HttpRequestMessage request)
    {
        await _lines.WaitAsync(_stopping.Token);
        try
        {
            return await SendAsync(request, _stopping.Token);
        }
        finally
        {
            _lines.Release();
        }
    }

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values);
    }

    public void Dispose()
    {
        _client.Dispose();
        _lines.Dispose();
        _stopping.Dispose();
    }

    private async Task DeliverAsync(Account account, AccountSettings settings, PushRecord record, Uri address, Action<CallbackReply?>? replied, TimeSpan delay)
    {
        CallbackReply? reply = null;
        try
        {
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, _time, _stopping.Token);
            }
            for (var attempt = 1; attempt <= Attempts && reply is not { IsSuccess: true }; attempt++)
            {
                if (attempt > 1)
                {
                    await Task.Delay(_options.CallbackRetryDelay, _time, _stopping.Token);
                }
                var (at, started) = (_time.GetUtcNow(), _time.GetTimestamp());
                using var request = BuildRequest(settings, record.Xml, address, record.OpenId);
                reply = await SendInTurnAsync(request);
                var duration = Math.Round(_time.GetElapsedTime(started).TotalMilliseconds, 1);
                lock (account.Gate)
                {
                    record.Attempts.Add(new PushAttempt(at, reply.Status, reply.Outcome, duration));
                    record.IsDelivered = reply.IsSuccess;
                }
                _state.Touch();
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
        if (replied is not null)
        {
            lock (account.Gate)
            {
                replied(reply);
            }
            _state.Touch();
        }
    }

    private HttpRequestMessage BuildRequest(AccountSettings settings, string xml, Uri address, string openId)
    {
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var query = $"signature={CallbackCipher.Sign(settings.Token!, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&openid={WebUtility.UrlEncode(openId)}";
        var body = xml;
        if (settings.CallbackMode != CallbackMode.Plain && !string.IsNullOrEmpty(settings.EncodingAesKey))
        {
            var encrypted = CallbackCipher.Encrypt(xml, settings.AppId, settings.EncodingAesKey);
            query += $"&encrypt_type=aes&msg_signature={CallbackCipher.Sign(settings.Token!, timestamp, nonce, encrypted)}";
            body = settings.CallbackMode == CallbackMode.Compat
                ? xml[..^"</xml>".Length] + $"<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>"
                : $"<xml><ToUserName><![CDATA[{settings.OriginalId}]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";
        }
        var target = new UriBuilder(address);
        target.Query = target.Query.Length > 1 ? target.Query[1..] + "&" + query : query;
        return new HttpRequestMessage(HttpMethod.Post, target.Uri)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse("text/xml") } },
        };
    }
}
