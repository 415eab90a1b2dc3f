using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>
/// Makes one call to the platform over HTTP and says honestly what became of it. Repeats by itself only what is marked
/// <see cref="Repeat.Safe"/>; a token never reaches a log or a message.
/// </summary>
internal sealed class WeixinTransport
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "weixin";

    private const int MaxAnswerBytes = 16 * 1024 * 1024;
    private readonly IHttpClientFactory _clients;
    private readonly WeixinOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<WeixinTransport> _log;
    private readonly ResiliencePipeline<RawAnswer> _safe;

    public WeixinTransport(IHttpClientFactory clients, IOptions<WeixinOptions> options, TimeProvider time, ILogger<WeixinTransport> log)
    {
        (_clients, _options, _time, _log) = (clients, options.Value, time, log);
        _safe = new ResiliencePipelineBuilder<RawAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<RawAnswer>
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(400),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<RawAnswer>().HandleResult(answer => answer.Unknown is not null),
            })
            .Build();
    }

    /// <summary>Sends the request and reads the answer.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; the outcome is then unknown to the caller.</exception>
    public async Task<Answer<T>> SendAsync<T>(WeixinRequest request, CancellationToken token)
        where T : class
    {
        var raw = request.Repeat == Repeat.Safe
            ? await _safe.ExecuteAsync(async inner => await OnceAsync(request, inner), token)
            : await OnceAsync(request, token);
        var answer = AnswerReader.Read<T>(raw, request.Path);
        if (answer.Error is { } error) _log.LogInformation("Platform refused {Path}: {Code} {Message} rid {Rid}", request.Path, error.Code, error.Message, error.Rid);
        else if (answer.Unknown is { } unknown) _log.LogWarning("Outcome of {Path} unknown: {Reason} {Detail}", request.Path, unknown.Reason, unknown.Detail);
        return answer;
    }

    private async Task<RawAnswer> OnceAsync(WeixinRequest request, CancellationToken token)
    {
        using var deadline = new CancellationTokenSource(request.Body is { IsUpload: true } ? _options.UploadTimeout : _options.CallTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(token, deadline.Token);
        try
        {
            using var client = _clients.CreateClient(ClientName);
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = MaxAnswerBytes;
            using var message = Message(request);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseContentRead, both.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(both.Token);
            if ((int)response.StatusCode >= 500) return Lost(UnknownReason.ServerError, $"HTTP {(int)response.StatusCode}");
            if (!response.IsSuccessStatusCode) return Lost(UnknownReason.Unreadable, $"HTTP {(int)response.StatusCode}");
            return AnswerReader.SaysBusy(bytes) ? Lost(UnknownReason.SystemBusy, "system busy") : new(bytes, null);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return Lost(UnknownReason.Timeout, "no answer in time");
        }
        catch (HttpRequestException exception)
        {
            var neverLeft = exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            return Lost(UnknownReason.ConnectionLost, exception.HttpRequestError.ToString(), neverLeft);
        }
        catch (IOException)
        {
            return Lost(UnknownReason.ConnectionLost, "connection broke while reading");
        }
    }

    private HttpRequestMessage Message(WeixinRequest request)
    {
        var message = new HttpRequestMessage(request.Body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(_options.ApiBaseUrl, request.Target));
        if (request.Body is not { } body) return message;
        message.Content = new ByteArrayContent(body.Bytes);
        // TryParse would quote the boundary again when written; the raw value goes out as it is.
        message.Content.Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
        return message;
    }

    private static RawAnswer Lost(UnknownReason reason, string detail, bool neverLeft = false) =>
        new(ReadOnlyMemory<byte>.Empty, new(reason, detail, neverLeft));
}
