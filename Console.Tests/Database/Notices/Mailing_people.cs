using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs;
using GovAccountConsole.Infrastructure.Jobs.Notices;
using GovAccountConsole.Infrastructure.Mail;
using GovAccountConsole.Infrastructure.Notices;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Tests.Database.Notices;

/// <summary>Notices go by mail through a real connection: once, in the person's language, outside quiet hours, and with every failure kept.</summary>
public sealed class Mailing_people(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(postgres);
    private readonly MailCatcher _catcher = new();
    private SmallMatrix _matrix = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        var mail = _database.Get<IOptions<MailOptions>>().Value;
        (mail.Host, mail.Port, mail.From, mail.Security) = ("127.0.0.1", _catcher.Port, "console@linjiang.example", MailSecurity.None);
        mail.ConsoleUrl = new Uri("https://console.linjiang.example/gac");
        _matrix = await SmallMatrix.CreateAsync(_database);
        // One reviewer, so that a submission means one mail.
        await using var db = await _database.OpenAsync();
        await db.RoleGrants.Where(grant => grant.PersonId == _matrix.ReviewingEditor.PersonId && grant.Role == Role.Reviewer).ExecuteDeleteAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _catcher.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task The_reviewer_gets_one_mail_with_the_right_link_and_nothing_of_the_body()
    {
        var post = await _matrix.SubmittedAsync();
        await RunAsync(TimeSpan.FromMinutes(2));
        var mail = Assert.Single(_catcher.Taken);
        Assert.Equal("《今晚大雾，绕城高速北段可能临时管制》等您初审", mail.Subject);
        Assert.Contains($"https://console.linjiang.example/gac/reviews?post={post.Id}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"https://console.linjiang.example/gac/reviews?post={post.Id}", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("滨江大道", mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("周岚", mail.To.Mailboxes.Single().Name);
        await RunAsync(TimeSpan.FromHours(30));
        Assert.Single(_catcher.Taken, taken => taken.Subject == mail.Subject);
        Assert.NotNull((await NoticeAsync(_matrix.Reviewer)).MailedAt);
    }

    [Fact]
    public async Task The_reason_of_a_return_stays_in_the_console_and_the_language_is_the_persons()
    {
        await using (var db = await _database.OpenAsync())
        {
            await db.Users.Where(person => person.Id == _matrix.Editor.Id).ExecuteUpdateAsync(row => row.SetProperty(person => person.Language, "en"), Stop);
        }

        var post = await _matrix.SubmittedAsync();
        Assert.True((await _database.Get<DecidePost>().ExecuteAsync(_matrix.Reviewer, post.Id, post.Revision, new Verdict(DecisionKind.Return, "当事人张某的电话不能写"), Stop)).Succeeded);
        await RunAsync(TimeSpan.FromMinutes(2));
        var mail = Assert.Single(_catcher.Taken, taken => taken.To.Mailboxes.Single().Name == "李知远");
        Assert.StartsWith("周岚 returned your", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("张某", mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains($"/gac/posts/{post.Id}", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_wait_for_the_end_of_quiet_hours_and_come_as_one()
    {
        // Friday 27 November 2026, 20:30 in Shanghai: quiet until Monday 08:00.
        _database.Time.SetUtcNow(new DateTimeOffset(2026, 11, 27, 12, 30, 0, TimeSpan.Zero));
        await _matrix.SubmittedAsync();
        await RunAsync(TimeSpan.FromMinutes(5));
        await _matrix.SubmittedAsync();
        await RunAsync(TimeSpan.FromHours(40));
        Assert.Empty(_catcher.Taken);
        _database.Time.SetUtcNow(new DateTimeOffset(2026, 11, 30, 0, 0, 1, TimeSpan.Zero));
        await RunAsync(TimeSpan.Zero);
        Assert.StartsWith("2 条提醒：", Assert.Single(_catcher.Taken).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_breaks_quiet_hours()
    {
        _database.Time.SetUtcNow(new DateTimeOffset(2026, 11, 28, 16, 30, 0, TimeSpan.Zero));
        Assert.True((await _database.Get<StopMatrix>().ExecuteAsync(_matrix.Supervisor, "冒名账号", Stop)).Succeeded);
        await RunAsync(TimeSpan.FromMinutes(2));
        Assert.Equal("何立明停下了全部发布", Assert.Single(_catcher.Taken).Subject);
    }

    [Fact]
    public async Task What_was_read_meanwhile_and_what_lies_out_of_scope_by_now_is_not_mailed()
    {
        await _matrix.SubmittedAsync();
        await TellAsync();
        await _database.Get<ReadAllNotices>().ExecuteAsync(_matrix.Reviewer, Stop);
        await RunAsync(TimeSpan.FromMinutes(2));
        await _matrix.SubmittedAsync();
        await TellAsync();
        await using var db = await _database.OpenAsync();
        await db.RoleGrants.Where(grant => grant.PersonId == _matrix.Reviewer.Id).ExecuteDeleteAsync(Stop);
        await RunAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(_catcher.Taken);
        Assert.All(await db.NoticeMails.ToListAsync(Stop), mail => Assert.Equal(NoticeMailStatus.Dropped, mail.Status));
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_later_and_a_wrong_password_for_a_day_at_most()
    {
        _catcher.Mails.Enqueue("451 try later");
        await _matrix.SubmittedAsync();
        await RunAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(_catcher.Taken);
        Assert.StartsWith("451", (await MailAsync()).Note, StringComparison.Ordinal);
        await RunAsync(TimeSpan.FromMinutes(2));
        Assert.Single(_catcher.Taken);
        Assert.Equal((NoticeMailStatus.Sent, 2, 0), ((await MailAsync()).Status, (await MailAsync()).Attempts, (await MailAsync()).LostAnswers));

        _catcher.Password = "right";
        var mail = _database.Get<IOptions<MailOptions>>().Value;
        (mail.User, mail.Password) = ("console", "wrong");
        await _matrix.SubmittedAsync();
        for (var hour = 0; hour < 40; hour++)
        {
            await RunAsync(TimeSpan.FromHours(1));
        }

        Assert.Single(_catcher.Taken);
        Assert.Equal(NoticeMailStatus.GivenUp, (await MailAsync()).Status);
    }

    [Fact]
    public async Task A_lost_answer_is_noted_and_the_mail_goes_again_under_the_same_id()
    {
        _catcher.Mails.Enqueue(string.Empty);
        await _matrix.SubmittedAsync();
        await RunAsync(TimeSpan.FromMinutes(2));
        await RunAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(2, _catcher.Taken.Count);
        Assert.Single(_catcher.Taken.Select(mail => mail.MessageId).Distinct());
        Assert.Equal((NoticeMailStatus.Sent, 1), ((await MailAsync()).Status, (await MailAsync()).LostAnswers));
    }

    [Fact]
    public async Task An_unknown_address_is_noted_on_the_person_and_not_tried_again_until_a_mail_arrives()
    {
        _catcher.Recipients.Enqueue("550 no such user");
        await _matrix.SubmittedAsync();
        await RunAsync(TimeSpan.FromMinutes(2));
        await RunAsync(TimeSpan.FromHours(1));
        Assert.Empty(_catcher.Taken);
        Assert.Equal(NoticeMailStatus.Bounced, (await MailAsync()).Status);
        Assert.NotNull((await _database.Get<NoticeSettingsQueries>().GetAsync(_matrix.Reviewer, Stop)).MailRefusedAt);
        await _matrix.SubmittedAsync();
        await RunAsync(TimeSpan.FromMinutes(2));
        Assert.Single(_catcher.Taken);
        Assert.Null((await _database.Get<NoticeSettingsQueries>().GetAsync(_matrix.Reviewer, Stop)).MailRefusedAt);
    }

    [Fact]
    public async Task A_worker_that_died_over_a_mail_is_followed_by_another_and_that_is_noted()
    {
        await _matrix.SubmittedAsync();
        await TellAsync();
        _database.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Single(await _database.Get<NoticeClaims>().TakeMailsAsync(5, Stop));
        await RunAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(_catcher.Taken);
        await RunAsync(NoticeClaims.Lease);
        Assert.Single(_catcher.Taken);
        Assert.Equal(1, (await MailAsync()).LostAnswers);
    }

    [Fact]
    public async Task Read_notices_go_after_ninety_days_unread_ones_stay()
    {
        await _matrix.SubmittedAsync();
        await _matrix.SubmittedAsync();
        await TellAsync();
        await _database.Get<ReadNotice>().ExecuteAsync(_matrix.Reviewer, (await NoticeAsync(_matrix.Reviewer)).Id, Stop);
        using var housekeeping = new Housekeeping(_database.Get<Work>(), _database.Time, NullLogger<Housekeeping>.Instance);
        _database.Time.Advance(TimeSpan.FromDays(89));
        await housekeeping.TidyAsync(Stop);
        await using var db = await _database.OpenAsync();
        Assert.Equal(2, await db.Notices.CountAsync(Stop));
        _database.Time.Advance(TimeSpan.FromDays(2));
        await housekeeping.TidyAsync(Stop);
        Assert.Null((await db.Notices.AsNoTracking().SingleAsync(Stop)).ReadAt);
    }

    private async Task TellAsync()
    {
        while (await _database.Get<NoticeClaims>().TakeCausesAsync(50, Stop) is { Count: > 0 } claimed)
        {
            foreach (var claim in claimed)
            {
                await _database.Get<NoticeMaker>().TellAsync(claim, Stop);
            }
        }
    }

    private async Task RunAsync(TimeSpan later)
    {
        await TellAsync();
        _database.Time.Advance(later);
        foreach (var claim in await _database.Get<NoticeClaims>().TakeMailsAsync(50, Stop))
        {
            await _database.Get<MailRunner>().RunAsync(claim, Stop);
        }
    }

    private async Task<Notice> NoticeAsync(Actor actor)
    {
        await using var db = await _database.OpenAsync();
        return await db.Notices.Where(notice => notice.PersonId == actor.Id).OrderBy(notice => notice.Id).FirstAsync(Stop);
    }

    private async Task<NoticeMail> MailAsync()
    {
        await using var db = await _database.OpenAsync();
        return await db.NoticeMails.OrderByDescending(mail => mail.Id).FirstAsync(Stop);
    }
}
