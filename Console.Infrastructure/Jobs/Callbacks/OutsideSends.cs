using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Callbacks;

/// <summary>Keeps sends that the platform tells of and that no delivery of the console made: they use up the same quota.</summary>
internal static class OutsideSends
{
    /// <summary>Notes one; nothing when it failed, is known, was a job of the console's before, or may belong to a delivery whose answer was lost.</summary>
    public static async Task NoteAsync(WorkStep step, Guid accountId, MassFinished sent, DateTimeOffset at)
    {
        if (!sent.Succeeded || await step.Db.OutsideSends.AnyAsync(row => row.AccountId == accountId && row.MsgId == sent.MsgId, step.Token)) return;
        if (await step.Db.Publications.AnyAsync(row => row.AccountId == accountId && row.Steps.Any(taken => taken.PlatformId == sent.MsgId), step.Token)) return;
        if ((await JobEvents.InDoubtAsync(step, accountId, Channel.MassSend)).Count > 0) return;
        var account = await step.Db.Accounts.Where(row => row.Id == accountId).Select(row => new { row.AgencyId }).SingleAsync(step.Token);
        step.Db.OutsideSends.Add(new OutsideSend(account.AgencyId, accountId, sent.MsgId, at, step.Now));
        step.Record(new DomainEvent("outsideSendSeen", "account", accountId, account.AgencyId, null, step.Now, sent.MsgId));
        step.Signal(new Change(ChangeKind.Account, accountId, account.AgencyId));
    }
}
