using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Notices;

/// <summary>A person's own settings, and what stands in the way of mail.</summary>
/// <param name="Settings">What was chosen, or the defaults; its version is 0 while nothing was chosen.</param>
/// <param name="MailIsOn">Whether this console sends mail at all.</param>
/// <param name="Email">Where mail goes.</param>
/// <param name="MailRefusedAt">When the mail server last said that it knows no such address; null when mail arrives.</param>
public sealed record NoticeSettingsView(NoticeSettings Settings, bool MailIsOn, string Email, DateTimeOffset? MailRefusedAt);

/// <summary>Reads how a person wants to be told.</summary>
public sealed class NoticeSettingsQueries(Work work, IOptions<MailOptions> mail)
{
    /// <summary>One's own.</summary>
    public Task<NoticeSettingsView> GetAsync(Actor actor, CancellationToken token) => work.ReadAsync(actor, async (db, current) =>
    {
        var person = await db.Users.SingleAsync(row => row.Id == current.PersonId, token);
        var settings = await db.NoticeSettings.SingleOrDefaultAsync(row => row.Id == current.PersonId, token) ?? new NoticeSettings(current.PersonId);
        return new NoticeSettingsView(settings, mail.Value.IsOn, person.Email ?? string.Empty, person.MailRefusedAt);
    }, token);
}
