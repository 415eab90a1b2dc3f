using System.Net;
using System.Threading.Channels;

namespace GovAccountConsole.Tests.Simulator;

/// <summary>Stands where an account's callback address would be: keeps what was sent and answers as told.</summary>
public sealed class CallbackRecorder : HttpMessageHandler
{
    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();

    public Func<Received, HttpResponseMessage> Answer { get; set; } = _ => Text("success");

    /// <summary>How many requests get no answer at all.</summary>
    public int Unanswered { get; set; }

    public static HttpResponseMessage Text(string text, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(text) };

    public async Task<Received> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        return await _received.Reader.ReadAsync(limit.Token);
    }

    public bool HasMore => _received.Reader.TryPeek(out _);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(request.RequestUri!.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var received = new Received(request.Method, request.RequestUri, query, body);
        await _received.Writer.WriteAsync(received, cancellationToken);
        if (Unanswered-- > 0)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        return Answer(received);
    }

    public sealed record Received(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Query, string Body);
}
