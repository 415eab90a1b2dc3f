using System.Text;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Inbox;

/// <summary>Answers a citizen through the account.</summary>
public sealed class ReplyThread(Work work, WeixinGateway gateway)
{
    private const int Tries = 4;

    /// <summary>Sends outside any transaction, once; what the platform took is kept, what it refused is not.</summary>
    public async Task<Result<MessageRow>> ExecuteAsync(Actor actor, Guid threadId, string? text, CancellationToken token)
    {
        text = text?.Trim() ?? string.Empty;
        var ready = await work.RunAsync<(string AppId, string OpenId)>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Threads, threadId, Permission.ReplyThreads);
            if (!found.Succeeded)
            {
                return Result<(string, string)>.Refuse(found.Errors);
            }

            if (Wrong(text) is { } wrong)
            {
                return wrong;
            }

            var account = await step.Db.Accounts.SingleAsync(row => row.Id == found.Value.AccountId, step.Token);
            return !account.MaySend ? ThreadErrors.AccountNotSending
                : await step.WhyNotSendAsync() is { } closed ? closed
                : (account.AppId, found.Value.OpenId);
        }, token);
        if (!ready.Succeeded)
        {
            return Result<MessageRow>.Refuse(ready.Errors);
        }

        var answer = await gateway.Messages.SendTextAsync(new WeixinAccount(ready.Value.AppId), ready.Value.OpenId, text, token);
        if (answer.Value is null)
        {
            return PlatformRefusals.Of(answer);
        }

        // The citizen has it: neither a caller who went away nor a word arriving in the same moment may keep it from being kept.
        for (var attempt = 1; ; attempt++)
        {
            var kept = await KeepAsync(actor, threadId, text);
            if (kept.Succeeded || kept.Error.Kind != ErrorKind.Stale || attempt == Tries)
            {
                return kept;
            }
        }
    }

    private Task<Result<MessageRow>> KeepAsync(Actor actor, Guid threadId, string text) =>
        work.RunAsync<MessageRow>(actor, async step =>
        {
            var thread = await step.Db.Threads.SingleAsync(row => row.Id == threadId, step.Token);
            var message = thread.Reply(text, step.Actor.PersonId, step.Now);
            step.Db.Messages.Add(message);
            return new MessageRow(message.Id, message.Direction, message.Type, message.Text, message.At, message.PlatformMsgId);
        }, CancellationToken.None);

    private static Error? Wrong(string text) =>
        text.Length == 0 ? Error.Required("text")
        : Encoding.UTF8.GetByteCount(text) > CitizenMessage.ReplyLimit ? Error.TooLong("text", CitizenMessage.ReplyLimit / 3)
        : null;
}
