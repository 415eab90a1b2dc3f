using System.Net;

namespace GovAccountConsole.Simulator.Gateway;

/// <summary>A call that identifies itself by AppId and AppSecret.</summary>
internal sealed class OpenCall(IQueryCollection query, ReadOnlyMemory<byte> body, IPAddress? remote, DateTimeOffset now)
{
    public IQueryCollection Query { get; } = query;

    public ReadOnlyMemory<byte> Body { get; } = body;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The caller's address as an allow-list writes it: IPv4 where it is one, 127.0.0.1 for the machine itself.</summary>
    public string RemoteAddress { get; } = remote switch
    {
        null => "127.0.0.1",
        _ when IPAddress.IsLoopback(remote) => "127.0.0.1",
        { IsIPv4MappedToIPv6: true } => remote.MapToIPv4().ToString(),
        _ => remote.ToString(),
    };

    /// <summary>The AppId the caller names, in the query or the body, for faults and the call log; null when unreadable.</summary>
    public string? ClaimedAppId()
    {
        if (Query["appid"].ToString() is { Length: > 0 } || Body.IsEmpty)
        {
            return Query["appid"].ToString();
        }
        try
        {
            return WireObject.Parse(Body).String("appid");
        }
        catch (Refusal)
        {
            return null;
        }
    }
}
