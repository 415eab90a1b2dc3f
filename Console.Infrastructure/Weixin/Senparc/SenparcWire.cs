using System.Net;
using System.Text;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>
/// What the library takes for the network. It hands each request to the call that is under way and answers the library with nothing but
/// "done": what became of the call is read by our own reader, and the library is given no reason to repeat, to log or to throw.
/// </summary>
internal sealed class SenparcWire : HttpMessageHandler
{
    private static readonly AsyncLocal<Func<HttpRequestMessage, Task>?> Current = new();

    /// <summary>Runs a call of the library whose request goes to <paramref name="carry"/>.</summary>
    public static async Task RunAsync(Func<HttpRequestMessage, Task> carry, Func<Task> call)
    {
        // Gone again when this method returns: the value flows into the call, never out of it.
        Current.Value = carry;
        await call();
    }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var carry = Current.Value ?? throw new InvalidOperationException("The library asked the platform outside a call of the gateway.");
        await carry(request);
        return new(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent("""{"errcode":0,"errmsg":"ok"}""", Encoding.UTF8, "application/json"),
        };
    }
}
