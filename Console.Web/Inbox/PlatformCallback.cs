using GovAccountConsole.Infrastructure.Jobs.Callbacks;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.AspNetCore.Mvc;

namespace GovAccountConsole.Web.Inbox;

/// <summary>Where the platform delivers messages and events: <c>/weixin/callback/{appId}</c>. Signed, not signed in.</summary>
public static class PlatformCallback
{
    /// <summary>Maps the address check and the pushes.</summary>
    public static void MapPlatformCallback(this IEndpointRouteBuilder app)
    {
        var callback = app.MapGroup("/weixin/callback/{appId}").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        callback.MapGet("/", CheckAsync);
        callback.MapPost("/", ReceiveAsync);
    }

    private static async Task<IResult> CheckAsync(
        string appId, [FromQuery] string? signature, [FromQuery] string? timestamp, [FromQuery] string? nonce, [FromQuery] string? echostr, CallbackReceiver receiver, CancellationToken token)
    {
        var outcome = await receiver.CheckAddressAsync(appId, new(signature, timestamp, nonce, null), token);
        // The bare echo: no quotes, no mark, no line end.
        return outcome == CallbackOutcome.Accepted ? Results.Text(echostr ?? "", "text/plain") : Answer(outcome);
    }

    private static async Task<IResult> ReceiveAsync(
        string appId,
        [FromQuery] string? signature,
        [FromQuery] string? timestamp,
        [FromQuery] string? nonce,
        [FromQuery(Name = "msg_signature")] string? msgSignature,
        HttpRequest request,
        CallbackReceiver receiver,
        CancellationToken token)
    {
        var body = await ReadAsync(request, token);
        return Answer(await receiver.ReceiveAsync(appId, new(signature, timestamp, nonce, msgSignature), body, token));
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken token)
    {
        // One byte more than allowed is enough to know that it is too much.
        const int Enough = CallbackXml.MaxBytes + 1;
        if (request.ContentLength > CallbackXml.MaxBytes) return new byte[Enough];
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (kept.Length < Enough && (read = await request.Body.ReadAsync(buffer, token)) > 0) kept.Write(buffer, 0, read);
        return kept.ToArray();
    }

    // A text in every answer keeps the pages' own error page away: the platform cannot read it.
    private static IResult Answer(CallbackOutcome outcome) => outcome switch
    {
        CallbackOutcome.Accepted => Results.Text("success", "text/plain"),
        CallbackOutcome.Malformed => Results.Text("malformed", "text/plain", statusCode: StatusCodes.Status400BadRequest),
        CallbackOutcome.UnknownAccount => Results.Text("unknown", "text/plain", statusCode: StatusCodes.Status404NotFound),
        CallbackOutcome.TooLarge => Results.Text("too large", "text/plain", statusCode: StatusCodes.Status413PayloadTooLarge),
        _ => Results.Text("refused", "text/plain", statusCode: StatusCodes.Status403Forbidden),
    };
}
