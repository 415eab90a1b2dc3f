using System.Net;
using System.Net.Sockets;
using GovAccountConsole.Domain.Posts.Checks;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Checks.Links;

/// <summary>
/// Asks whether a link opens. The name is resolved here and the connection made to exactly the address that was found public, so that a name which
/// answers differently a moment later changes nothing; redirects are followed by hand and vetted in the same way; no proxy, no cookies, no body.
/// </summary>
public sealed class LinkProbe : IDisposable
{
    private const int MostRedirects = 5;

    private static readonly int[] _ports = [80, 443, 8080, 8443];

    private readonly LinkOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly HttpMessageInvoker _http;

    /// <summary>Creates the probe with the system's resolver.</summary>
    public LinkProbe(IOptions<LinkOptions> options, TimeProvider time)
        : this(options, time, Dns.GetHostAddressesAsync)
    {
    }

    internal LinkProbe(IOptions<LinkOptions> options, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        _options = options.Value;
        _time = time;
        _resolve = resolve;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = ConnectAsync,
            // A kept connection would outlive the look at its address.
            PooledConnectionLifetime = TimeSpan.Zero,
            MaxResponseHeadersLength = 32,
        });
    }

    /// <summary>Tries a link. Never throws for what the outside world does.</summary>
    public async Task<LinkFacts> TryAsync(string address, CancellationToken token)
    {
        using var late = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, late.Token);
        try
        {
            return await FollowAsync(new Uri(address, UriKind.Absolute), either.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return Facts(null, "no-answer");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or UriFormatException)
        {
            return exception switch
            {
                { InnerException: PrivateAddressException } or PrivateAddressException => Facts(false, "private"),
                { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } } => Facts(false, "no-host"),
                UriFormatException => Facts(false, "no-host"),
                // A network that is away for a moment says nothing about the link.
                _ => Facts(null, "no-answer"),
            };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<LinkFacts> FollowAsync(Uri address, CancellationToken token)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!IsAskable(address))
            {
                return Facts(false, "private");
            }

            var (status, next) = await AskAsync(HttpMethod.Head, address, token);
            if (status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented or HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Forbidden)
            {
                // Some servers answer only the full question.
                (status, next) = await AskAsync(HttpMethod.Get, address, token);
            }

            if (next is null)
            {
                return Judge(status);
            }

            address = next;
        }

        return Facts(false, "redirects");
    }

    private async Task<(HttpStatusCode Status, Uri? Next)> AskAsync(HttpMethod method, Uri address, CancellationToken token)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("User-Agent", "GovAccountConsole-LinkCheck/1.0");
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        using var answer = await _http.SendAsync(request, token);
        var moved = (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is not null;
        return (answer.StatusCode, moved ? new Uri(address, answer.Headers.Location!) : null);
    }

    private LinkFacts Judge(HttpStatusCode status) => (int)status switch
    {
        < 400 => new LinkFacts(true, string.Empty, (int)status, _time.GetUtcNow()),
        // Closed to us is not closed to citizens; too busy is not gone.
        401 or 403 or 407 or 429 or >= 500 => new LinkFacts(null, "status", (int)status, _time.GetUtcNow()),
        _ => new LinkFacts(false, "status", (int)status, _time.GetUtcNow()),
    };

    private LinkFacts Facts(bool? alive, string reason) => new(alive, reason, 0, _time.GetUtcNow());

    private bool IsAskable(Uri address) => address.Scheme is "http" or "https" && (_ports.Contains(address.Port) || IsAllowed(address.Host, address.Port)) && address.UserInfo.Length == 0;

    private bool IsAllowed(string host, int port) => _options.AllowedHosts.Contains($"{host}:{port}", StringComparer.OrdinalIgnoreCase);

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken token)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await _resolve(host, token);
        var allowed = IsAllowed(host, port) ? addresses : [.. addresses.Where(PublicAddress.Is)];
        if (allowed.Length == 0)
        {
            throw new PrivateAddressException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
