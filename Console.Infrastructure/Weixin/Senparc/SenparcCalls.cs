using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>
/// Makes calls in an account's name whose requests the library puts together: with the token of our own keeper, over our own transport,
/// judged by our own reader, so that an outcome means the same with either client.
/// </summary>
internal sealed partial class SenparcCalls(AccountCalls accounts, WeixinTransport transport, ILogger<SenparcCalls> log)
{
    /// <summary>Makes one call; <paramref name="call"/> gets the token that it must pass to the library.</summary>
    public Task<Answer<T>> SendAsync<T>(WeixinAccount account, Repeat repeat, Func<string, Task> call, CancellationToken token, Action<JsonObject>? mend = null)
        where T : class => accounts.WithTokenAsync(account, access => OnceAsync<T>(access, repeat, call, mend, token), token);

    private async Task<Answer<T>> OnceAsync<T>(string access, Repeat repeat, Func<string, Task> call, Action<JsonObject>? mend, CancellationToken token)
        where T : class
    {
        Answer<T>? answer = null;
        var asked = false;
        try
        {
            await SenparcWire.RunAsync(
                async message =>
                {
                    var request = await SenparcRequest.ReadAsync(message, access, repeat, mend);
                    if (asked) throw new InvalidOperationException("The library repeated a call by itself.");
                    asked = true;
                    answer = await transport.SendAsync<T>(request, token);
                },
                () => call(access));
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            // Only the kind: a message of the library may hold the address, and with it the token.
            LogTrouble(log, exception.GetType().Name, asked);
        }

        token.ThrowIfCancellationRequested();
        return answer ?? Answer.Lost<T>(new(UnknownReason.Unreadable, "the client library made no request", NeverLeft: !asked));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The client library failed with {Kind}; the platform was asked: {Asked}")]
    private static partial void LogTrouble(ILogger log, string kind, bool asked);
}
