using System.Globalization;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Mail;
using GovAccountConsole.Infrastructure.Notices;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace GovAccountConsole.Infrastructure.Jobs.Notices;

/// <summary>
/// Sends one mail and keeps what became of it. Once where the outcome is known; where the server's answer was lost, or the console died in between, it is
/// sent again under the same Message-ID, so that a person may get it twice and never not at all.
/// </summary>
public sealed class MailRunner(Work work, ActorSource actors, NoticeQueries notices, NoticeLetter letter, SmtpPost post, TimeProvider time)
{
    private const string Name = "notice mail";
    private const string DefaultLanguage = "zh-CN";

    /// <summary>Sends the mail that was claimed.</summary>
    public async Task RunAsync(ClaimedMail claim, CancellationToken token)
    {
        var answer = await ComposeAsync(claim, token) is { } message ? await post.SendAsync(message, token) : null;
        await work.AsSystemAsync<bool>(Name, async step =>
        {
            if (await step.Db.NoticeMails.SingleOrDefaultAsync(row => row.Id == claim.Id && row.LeaseToken == claim.LeaseToken, step.Token) is not { } mail)
            {
                return false;
            }

            if (claim.Interrupted)
            {
                mail.NoteInterrupted();
            }

            await SettleAsync(step, mail, answer);
            return true;
        }, token);
    }

    // What a person sees at this moment: nothing that was read meanwhile, nothing outside the scope, nothing for somebody who was shut out.
    private async Task<MimeMessage?> ComposeAsync(ClaimedMail claim, CancellationToken token)
    {
        var found = await work.AsSystemAsync<List<Recipient>>(Name, async step =>
            await step.Db.NoticeMails.Where(mail => mail.Id == claim.Id && mail.LeaseToken == claim.LeaseToken)
                .Join(step.Db.Users, mail => mail.PersonId, person => person.Id, (_, person) => new Recipient(person.Id, person.Name, person.Email, person.Language))
                .ToListAsync(step.Token), token);
        if (found.Value is not [{ Email: { Length: > 0 } email } to])
        {
            return null;
        }

        var rows = await notices.OfMailAsync(await actors.GetAsync(to.Id, token), claim.Id, token);
        if (rows.Count == 0)
        {
            return null;
        }

        // Flows with this method alone.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(to.Language ?? DefaultLanguage);
        return letter.Write(claim.Id, to.Name, email, rows, time.GetUtcNow());
    }

    private static async Task SettleAsync(WorkStep step, NoticeMail mail, MailAnswer? answer)
    {
        switch (answer?.Outcome)
        {
            case null:
                mail.Dropped(step.Now);
                break;
            case MailOutcome.Taken:
                mail.Sent(step.Now);
                await step.Db.Notices.Where(notice => notice.MailId == mail.Id && notice.ReadAt == null)
                    .ExecuteUpdateAsync(row => row.SetProperty(notice => notice.MailedAt, step.Now), step.Token);
                await step.Db.Users.Where(person => person.Id == mail.PersonId && person.MailRefusedAt != null)
                    .ExecuteUpdateAsync(row => row.SetProperty(person => person.MailRefusedAt, (DateTimeOffset?)null), step.Token);
                break;
            case MailOutcome.NoSuchAddress:
                mail.Bounced(answer.Note, step.Now);
                await step.Db.Users.Where(person => person.Id == mail.PersonId)
                    .ExecuteUpdateAsync(row => row.SetProperty(person => person.MailRefusedAt, step.Now), step.Token);
                break;
            default:
                mail.Postpone(answer.Note, answer.Outcome == MailOutcome.AnswerLost, step.Now);
                break;
        }
    }

    private sealed record Recipient(Guid Id, string Name, string? Email, string? Language);
}
