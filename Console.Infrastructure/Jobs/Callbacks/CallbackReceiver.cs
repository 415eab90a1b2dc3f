using System.Security.Cryptography;
using System.Text;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

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
/// Takes in what the platform pushes: citizens' messages and the ends of jobs, each once, stored before the answer. Needs a few database
/// round trips and nothing else, so that the answer is there within a second.
/// </summary>
public sealed class CallbackReceiver(PlatformAccounts accounts, Work work)
{
    private const string Name = "platform";
    private const int Tries = 4;

    /// <summary>The platform checks the address: whether the answer is to be its <c>echostr</c>.</summary>
    public async Task<CallbackOutcome> CheckAddressAsync(string appId, CallbackQuery query, CancellationToken token) =>
        await FindAsync(appId, token) is not { } account ? CallbackOutcome.UnknownAccount
        : IsSigned(query.Signature, account, query) ? CallbackOutcome.Accepted
        : CallbackOutcome.Forbidden;

    /// <summary>Takes in a push.</summary>
    /// <param name="appId">The account named by the address.</param>
    /// <param name="query">The signatures.</param>
    /// <param name="body">The body, read up to one byte beyond the limit.</param>
    /// <param name="token">Cancels.</param>
    public async Task<CallbackOutcome> ReceiveAsync(string appId, CallbackQuery query, ReadOnlyMemory<byte> body, CancellationToken token)
    {
        if (await FindAsync(appId, token) is not { } account) return CallbackOutcome.UnknownAccount;
        if (body.Length > CallbackXml.MaxBytes) return CallbackOutcome.TooLarge;
        if (query.Signature is null && query.MsgSignature is null) return CallbackOutcome.Forbidden;
        if (CallbackXml.Read(Encoding.UTF8.GetString(body.Span)) is not { } envelope) return CallbackOutcome.Malformed;

        var inner = envelope;
        if (account.EncodingAesKey is { } key)
        {
            if (envelope.Text("Encrypt") is not { Length: > 0 } encrypted || !IsSigned(query.MsgSignature, account, query, encrypted)) return CallbackOutcome.Forbidden;
            if (CallbackCipher.From(key)?.Decrypt(encrypted) is not { } secret || secret.AppId != appId) return CallbackOutcome.Forbidden;
            if (CallbackXml.Read(secret.Xml) is not { } decrypted) return CallbackOutcome.Malformed;
            inner = decrypted;
        }
        else if (!IsSigned(query.Signature, account, query))
        {
            return CallbackOutcome.Forbidden;
        }

        if (CallbackMessage.Read(inner) is not { } message) return CallbackOutcome.Malformed;
        await StoreAsync(account, message, token);
        return CallbackOutcome.Accepted;
    }

    private async Task<PlatformAccount?> FindAsync(string appId, CancellationToken token) =>
        await accounts.FindAsync(appId, token) is { } account && account.Status != AccountStatus.Closed ? account : null;

    private static bool IsSigned(string? signature, PlatformAccount account, CallbackQuery query, params ReadOnlySpan<string> more) =>
        account.CallbackToken is { } secret && query is { Timestamp: { } timestamp, Nonce: { } nonce }
        && CallbackSignature.Matches(signature, [secret, timestamp, nonce, .. more]);

    private async Task StoreAsync(PlatformAccount account, CallbackMessage message, CancellationToken token)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.DedupeKey)));
        for (var attempt = 1; ; attempt++)
        {
            var result = await work.AsSystemAsync<bool>(
                Name,
                async step =>
                {
                    // Deliveries of the same push run at once when the first is slow; they wait here for each other.
                    await step.LockAccountAsync(account.Id);
                    if (await step.Db.Set<CallbackReceipt>().AnyAsync(row => row.AccountId == account.Id && row.Key == key, step.Token)) return true;
                    step.Db.Add(new CallbackReceipt { AccountId = account.Id, Key = key, At = step.Now });
                    if (message.Event is null) await KeepAsync(step, account, message);
                    else await JobEvents.ApplyAsync(step, account.Id, message);
                    return true;
                },
                token);
            if (result.Succeeded) return;
            if (result.Error.Kind != ErrorKind.Stale || attempt == Tries)
                throw new InvalidOperationException($"A callback of {account.AppId} could not be stored: {result.Error.Code}");
        }
    }

    private static async Task KeepAsync(WorkStep step, PlatformAccount account, CallbackMessage message)
    {
        var thread = await step.Db.Threads.SingleOrDefaultAsync(row => row.AccountId == account.Id && row.OpenId == message.From, step.Token);
        if (thread is null) step.Db.Add(thread = new CitizenThread(account.AgencyId, account.Id, message.From, message.CreatedAt));
        step.Db.Add(thread.Receive(message.MsgType, Words(message), message.Root.Text("MsgId"), message.CreatedAt));
    }

    // What stands for the message in a list: words where there are some, else the platform's address of it.
    private static string Words(CallbackMessage message)
    {
        var root = message.Root;
        return message.MsgType switch
        {
            "text" => root.Element("Content")?.Value ?? "",
            "image" => root.Text("PicUrl") ?? "",
            "voice" => root.Text("Recognition") ?? "",
            "location" => root.Text("Label") ?? "",
            "link" => string.Join('\n', new[] { root.Text("Title"), root.Text("Url") }.Where(part => !string.IsNullOrEmpty(part))),
            _ => "",
        };
    }
}
