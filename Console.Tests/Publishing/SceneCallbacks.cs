using System.Net;
using System.Web;
using GovAccountConsole.Infrastructure.Jobs.Callbacks;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>Carries pushes straight to the receiver, as the endpoint does.</summary>
internal sealed class SceneCallbacks : HttpMessageHandler
{
    public CallbackReceiver? Receiver { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var outcome = await Receiver!.ReceiveAsync(
            request.RequestUri.Segments[^1], new(query["signature"], query["timestamp"], query["nonce"], query["msg_signature"]), body, cancellationToken);
        return new(outcome == CallbackOutcome.Accepted ? HttpStatusCode.OK : HttpStatusCode.Forbidden) { Content = new StringContent("success") };
    }
}
