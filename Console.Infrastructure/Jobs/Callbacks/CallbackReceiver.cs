using System.Text;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Infrastructure.Jobs.Callbacks;

/// <summary>What the platform put into the address of a callback.</summary>
/// <param name="Signature">Over token, timestamp and nonce.</param>
/// <param name="Timestamp">Unix seconds, as text.</param>
/// <param name="Nonce">Random text.</param>
/// <param name="MsgSignature">Over these and the encrypted part.</param>
public sealed record CallbackQuery(string? Signature, string? Timestamp, string? Nonce, string? MsgSignature);

/// <summary>What becomes of a callback; one HTTP status each.</summary>
public enum CallbackOutcome
{
    /// <summary>200.</summary>
    Accepted,

    /// <summary>400: not the XML it should be.</summary>
    Malformed,

    /// <summary>403: wrong or missing signature, another account's AppID inside, or in clear where encryption is agreed.</summary>
    Forbidden,

    /// <summary>404: no such account.</summary>
    UnknownAccount,

    /// <summary>413: more than <see cref="CallbackXml.MaxBytes"/>.</summary>
    TooLarge,
}

/// <summary>
/// Takes in what the platform pushes: citizens' messages and the ends of jobs, each once, stored before the answer, and checked before
/// anything is stored.
/// </summary>
public sealed class CallbackReceiver(CallbackAccounts accounts, CallbackIntake intake)
{
    /// <summary>The platform checks the address: whether the answer is to be its <c>echostr</c>.</summary>
    public async Task<CallbackOutcome> CheckAddressAsync(string appId, CallbackQuery query, CancellationToken token) =>
        await accounts.ReadAsync(appId, token) is not { } account ? CallbackOutcome.UnknownAccount
        : IsSigned(query.Signature, account, query) ? CallbackOutcome.Accepted
        : CallbackOutcome.Forbidden;

    /// <summary>Takes in a push.</summary>
    /// <param name="appId">The account named by the address.</param>
    /// <param name="query">The signatures.</param>
    /// <param name="body">The body, read up to one byte beyond the limit.</param>
    /// <param name="token">Cancels.</param>
    public async Task<CallbackOutcome> ReceiveAsync(string appId, CallbackQuery query, ReadOnlyMemory<byte> body, CancellationToken token)
    {
        if (await accounts.FindAsync(appId, token) is not { } account) return CallbackOutcome.UnknownAccount;
        var opened = Open(account, query, body);
        if (opened.Outcome == CallbackOutcome.Forbidden)
        {
            // Its secrets may have been changed a moment ago.
            if (await accounts.ReadAsync(appId, token) is not { } current) return CallbackOutcome.UnknownAccount;
            (account, opened) = (current, Open(current, query, body));
        }

        if (opened.Message is { } message) await intake.StoreAsync(account, message, token);
        return opened.Outcome;
    }

    private static Opened Open(PlatformAccount account, CallbackQuery query, ReadOnlyMemory<byte> body)
    {
        if (body.Length > CallbackXml.MaxBytes) return new(CallbackOutcome.TooLarge);
        if (query.Signature is null && query.MsgSignature is null) return new(CallbackOutcome.Forbidden);
        if (CallbackXml.Read(Encoding.UTF8.GetString(body.Span)) is not { } envelope) return new(CallbackOutcome.Malformed);

        var inner = envelope;
        if (account.EncodingAesKey is { } key)
        {
            if (envelope.Text("Encrypt") is not { Length: > 0 } encrypted || !IsSigned(query.MsgSignature, account, query, encrypted)) return new(CallbackOutcome.Forbidden);
            if (CallbackCipher.From(key)?.Decrypt(encrypted) is not { } secret || secret.AppId != account.AppId) return new(CallbackOutcome.Forbidden);
            if (CallbackXml.Read(secret.Xml) is not { } decrypted) return new(CallbackOutcome.Malformed);
            inner = decrypted;
        }
        else if (!IsSigned(query.Signature, account, query))
        {
            return new(CallbackOutcome.Forbidden);
        }

        return CallbackMessage.Read(inner) is { } message ? new(CallbackOutcome.Accepted, message) : new(CallbackOutcome.Malformed);
    }

    private static bool IsSigned(string? signature, PlatformAccount account, CallbackQuery query, params ReadOnlySpan<string> more) =>
        account.CallbackToken is { } secret && query is { Timestamp: { } timestamp, Nonce: { } nonce }
        && CallbackSignature.Matches(signature, [secret, timestamp, nonce, .. more]);

    private sealed record Opened(CallbackOutcome Outcome, CallbackMessage? Message = null);
}
