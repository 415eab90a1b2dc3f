using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Callbacks;

/// <summary>Checks a callback address the way the platform does when it is entered: the echo must come back byte for byte.</summary>
internal sealed class CallbackUrlCheck(CallbackSender sender, TimeProvider time)
{
    public async Task<(bool Ok, string Detail)> RunAsync(AccountSettings settings, CancellationToken token)
    {
        if (!Uri.TryCreate(settings.CallbackUrl, UriKind.Absolute, out var address) || string.IsNullOrEmpty(settings.Token))
        {
            return (false, "The account has no callback address or no token.");
        }
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var echo = RandomNumberGenerator.GetString("0123456789", 19);
        var query = $"signature={CallbackCipher.Sign(settings.Token, timestamp, nonce)}&echostr={echo}&timestamp={timestamp}&nonce={nonce}";
        var target = new UriBuilder(address);
        target.Query = target.Query.Length > 1 ? target.Query[1..] + "&" + query : query;
        using var request = new HttpRequestMessage(HttpMethod.Get, target.Uri);
        var reply = await sender.SendAsync(request, token);
        if (!reply.IsSuccess)
        {
            return (false, $"The address did not answer with success: {reply.Outcome}.");
        }
        return reply.Body.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(echo))
            ? (true, "The address returned the echo.")
            : (false, "The answer is not the bare echostr.");
    }
}
