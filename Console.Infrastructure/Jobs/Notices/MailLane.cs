using GovAccountConsole.Infrastructure.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Jobs.Notices;

/// <summary>The lane that sends mails; idle where no mail server is set.</summary>
internal sealed class MailLane(NoticeClaims claims, MailRunner runner, IOptions<MailOptions> mail, TimeProvider time, ILogger<MailLane> log)
    : LeaseWorker<ClaimedMail>(Parallelism, time, log)
{
    private const int Parallelism = 4;

    protected override Task<IReadOnlyList<ClaimedMail>> ClaimAsync(int most, CancellationToken token) =>
        mail.Value.IsOn ? claims.TakeMailsAsync(most, token) : Task.FromResult<IReadOnlyList<ClaimedMail>>([]);

    protected override Task WorkAsync(ClaimedMail item, CancellationToken token) => runner.RunAsync(item, token);
}
