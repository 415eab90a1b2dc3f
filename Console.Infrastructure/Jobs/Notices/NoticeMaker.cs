using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Jobs.Notices;

/// <summary>Tells everybody whom a cause concerns: the notices, the mails they go with and the end of the cause are one transaction.</summary>
public sealed class NoticeMaker(Work work, IOptions<MailOptions> mail)
{
    // A matrix that was away for long does not wake people up with what has long passed.
    private static readonly TimeSpan _tooOld = TimeSpan.FromDays(7);

    // Above this, one signal for all open pages costs less than one for each person.
    private const int MostSignals = 40;

    /// <summary>Tells; answers how many people. 0 when somebody else did or has the cause meanwhile.</summary>
    public async Task<int> TellAsync(ClaimedCause claim, CancellationToken token)
    {
        var told = await work.AsSystemAsync<int>("notices", async step =>
        {
            var cause = await step.Db.NoticeCauses.SingleOrDefaultAsync(row => row.Id == claim.Id && row.LeaseToken == claim.LeaseToken && row.DoneAt == null, step.Token);
            if (cause is null)
            {
                return 0;
            }

            cause.Finish(step.Now);
            if (cause.At < step.Now - _tooOld || await IsOfAccountAsync(step, cause))
            {
                return 0;
            }

            var telling = await new NoticeAudience(step.Db, step.Now, step.Token).OfAsync(cause);
            return await WriteAsync(step, cause, telling);
        }, token);
        return told.Succeeded ? told.Value : 0;
    }

    // Credentials that stop a post are a matter of the account, told once a day.
    private static async Task<bool> IsOfAccountAsync(WorkStep step, NoticeCause cause)
    {
        if (cause is not { Kind: NoticeKind.CredentialsFailing, SubjectType: "post" })
        {
            return false;
        }

        var account = await step.Db.Posts.Where(post => post.Id == cause.SubjectId).Select(post => (Guid?)post.AccountId).SingleOrDefaultAsync(step.Token);
        if (account is { } id && cause.OfAccount(id) is var again && !await step.Db.NoticeCauses.AnyAsync(row => row.Key == again.Key, step.Token))
        {
            step.Db.NoticeCauses.Add(again);
        }

        return true;
    }

    private async Task<int> WriteAsync(WorkStep step, NoticeCause cause, Telling telling)
    {
        var ids = telling.Listeners.Select(listener => listener.PersonId).ToArray();
        var known = await step.Db.Notices.Where(notice => ids.Contains(notice.PersonId) && notice.CauseKey == cause.Key).Select(notice => notice.PersonId).ToListAsync(step.Token);
        var shutOut = await step.Db.Users.Where(person => ids.Contains(person.Id) && person.LockoutEnd == DateTimeOffset.MaxValue).Select(person => person.Id).ToListAsync(step.Token);
        var chosen = await step.Db.NoticeSettings.AsNoTracking().Where(settings => ids.Contains(settings.Id)).ToDictionaryAsync(settings => settings.Id, step.Token);
        var told = new List<Guid>();
        foreach (var listener in telling.Listeners.Where(listener => !known.Contains(listener.PersonId) && !shutOut.Contains(listener.PersonId)))
        {
            var settings = chosen.GetValueOrDefault(listener.PersonId) ?? new NoticeSettings(listener.PersonId);
            if (settings.DeliveryOf(cause.Kind) == NoticeDelivery.Off)
            {
                continue;
            }

            var notice = new Notice(listener.PersonId, listener.AgencyId, cause, telling.Args);
            if (mail.Value.IsOn && settings.MailDue(cause.Kind, step.Now, mail.Value.Gathering) is { } due)
            {
                notice.GoWith(await MailAsync(step, listener.PersonId, due));
            }

            step.Db.Notices.Add(notice);
            told.Add(listener.PersonId);
        }

        foreach (var person in told.Count <= MostSignals ? told : [Guid.Empty])
        {
            step.Signal(new Change(ChangeKind.Notices, person, Guid.Empty));
        }

        return told.Count;
    }

    // Locks the row it finds: a worker that is about to send it skips it until this transaction has added its notice.
    private static async Task<Guid> MailAsync(WorkStep step, Guid person, DateTimeOffset due)
    {
        var found = await step.Db.Database.SqlQuery<Guid>(
            $"""
            INSERT INTO notice_mails (id, person_id, due_at, next_attempt_at, status, attempts, lost_answers)
            VALUES ({Guid.CreateVersion7()}, {person}, {due}, {due}, 'Waiting', 0, 0)
            ON CONFLICT (person_id, due_at) WHERE attempts = 0 AND status = 'Waiting' DO UPDATE SET due_at = EXCLUDED.due_at
            RETURNING id
            """).ToListAsync(step.Token);
        return found[0];
    }
}
