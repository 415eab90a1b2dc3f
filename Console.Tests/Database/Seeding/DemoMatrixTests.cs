using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Data.Seeding;
using GovAccountConsole.Infrastructure.Text;
using GovAccountConsole.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database.Seeding;

/// <summary>临江市 as it stands in a database that was empty before.</summary>
public sealed class DemoMatrixTests(DemoMatrixTests.SeededDatabase database) : IClassFixture<DemoMatrixTests.SeededDatabase>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_seeded_once_only()
    {
        await using var db = await database.OpenAsync();
        var posts = await db.Posts.CountAsync(Token);
        Assert.False(await database.Get<DemoMatrix>().CreateOnceAsync(Token));
        Assert.Equal(posts, await db.Posts.CountAsync(Token));
    }

    [Fact]
    public async Task It_has_agencies_on_three_levels_thirty_accounts_and_weeks_of_posts()
    {
        await using var db = await database.OpenAsync();
        Assert.InRange(await db.Agencies.CountAsync(Token), 12, 60);
        Assert.Equal(3, await db.AgencyLineage.GroupBy(line => line.AgencyId).Select(group => group.Count()).MaxAsync(Token));
        Assert.Equal(30, await db.Accounts.CountAsync(Token));
        Assert.InRange(await db.Posts.CountAsync(Token), 130, 200);
        Assert.True(await db.Sectors.CountAsync(Token) >= 20);
        Assert.True(await db.Threads.AnyAsync(thread => thread.Status == ThreadStatus.Waiting, Token));
        Assert.True(await db.Threads.AnyAsync(thread => thread.Status == ThreadStatus.Answered, Token));
    }

    [Fact]
    public async Task Every_state_a_post_can_rest_in_is_there()
    {
        await using var db = await database.OpenAsync();
        var states = await db.Posts.Select(post => post.Status).Distinct().ToListAsync(Token);
        Assert.Equal(Enum.GetValues<PostStatus>().Except([PostStatus.Publishing]).Order(), states.Order());
        Assert.Equal([1, 2, 3], await db.Posts.Where(post => post.Status == PostStatus.InReview).Select(post => post.ReviewStep).Distinct().Order().ToListAsync(Token));
        Assert.Equal(
            [AccountStatus.Active, AccountStatus.Applied, AccountStatus.Suspended, AccountStatus.Verifying],
            (await db.Accounts.Select(account => account.Status).Distinct().ToListAsync(Token)).OrderBy(status => status.ToString(), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("admin@demo.gov", Role.Administrator, "中共临江市委宣传部")]
    [InlineData("supervisor@demo.gov", Role.Supervisor, "中共临江市委宣传部")]
    [InlineData("auditor@demo.gov", Role.Auditor, "中共临江市委宣传部")]
    [InlineData("editor@police.demo.gov", Role.Editor, "市公安局")]
    [InlineData("reviewer@police.demo.gov", Role.Reviewer, "市公安局")]
    [InlineData("final@police.demo.gov", Role.FinalReviewer, "市公安局")]
    [InlineData("responder@police.demo.gov", Role.Responder, "市公安局")]
    [InlineData("editor@court.demo.gov", Role.Editor, "市中级人民法院")]
    [InlineData("reviewer@court.demo.gov", Role.Reviewer, "市中级人民法院")]
    [InlineData("final@court.demo.gov", Role.FinalReviewer, "市中级人民法院")]
    [InlineData("responder@court.demo.gov", Role.Responder, "市中级人民法院")]
    public async Task A_demo_person_can_sign_in_and_holds_one_grant(string email, Role role, string agency)
    {
        await using var db = await database.OpenAsync();
        var normalized = new UpperInvariantLookupNormalizer().NormalizeEmail(email);
        var person = await db.Users.SingleAsync(one => one.NormalizedEmail == normalized, Token);
        Assert.Equal(normalized, person.NormalizedUserName);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Person>().VerifyHashedPassword(person, person.PasswordHash!, DemoMatrix.Password));
        var grant = Assert.Single(await db.RoleGrants.Where(one => one.PersonId == person.Id).ToListAsync(Token));
        Assert.Equal(role, grant.Role);
        Assert.Equal(agency, (await db.Agencies.SingleAsync(one => one.Id == grant.AgencyId, Token)).Name);
    }

    [Fact]
    public async Task Approved_content_is_intact_clean_and_was_read_by_three_people_who_did_not_write_it()
    {
        await using var db = await database.OpenAsync();
        var posts = await db.Posts.Include(post => post.Review!.Decisions).ToListAsync(Token);
        var revisions = (await db.Revisions.ToListAsync(Token)).ToLookup(revision => revision.PostId);
        foreach (var post in posts)
        {
            var newest = revisions[post.Id].MaxBy(revision => revision.Number)!;
            Assert.True(newest.IsIntact, post.Title);
            Assert.Equal(post.ContentHash, newest.ContentHash);
            Assert.All(newest.Content.Articles, article => Assert.Equal(article.ContentHtml, ArticleSanitizer.Clean(article.ContentHtml).Html));
            Assert.All(newest.Content.Articles, article => Assert.InRange(article.Title.Length, 1, Article.TitleAdvised));
            Assert.DoesNotContain("{{", newest.Text, StringComparison.Ordinal);
            if (PostTransitions.Sent.Contains(post.Status) || post.Status is PostStatus.Approved or PostStatus.Scheduled or PostStatus.Failed)
            {
                Assert.Equal(3, post.Review!.Decisions.Select(decision => decision.ById).Distinct().Count());
                Assert.DoesNotContain(post.Review.Decisions, decision => post.IsWrittenBy(decision.ById));
                Assert.All(post.Review.Decisions, decision => Assert.Equal(post.ContentHash, decision.ContentHash));
            }
        }
    }

    [Fact]
    public async Task History_reads_in_the_order_of_time_and_every_event_is_audited()
    {
        await using var db = await database.OpenAsync();
        var history = await db.History.OrderBy(entry => entry.Id).ToListAsync(Token);
        Assert.Equal(history.OrderBy(entry => entry.At).Select(entry => entry.At), history.Select(entry => entry.At));
        Assert.All(history.GroupBy(entry => entry.PostId), entries => Assert.Equal("created", entries.First().Action));
        Assert.Equal(history.Count, await db.Audit.CountAsync(entry => entry.SubjectType == "post", Token));
        Assert.True(history.TrueForAll(entry => entry.At <= database.Time.GetUtcNow()), "Nothing has happened in the future.");
    }

    [Fact]
    public async Task No_account_sends_more_than_its_quota()
    {
        await using var db = await database.OpenAsync();
        var accounts = await db.Accounts.ToDictionaryAsync(account => account.Id, Token);
        var sends = await db.Posts.Where(post => post.Channel == Channel.MassSend && PostTransitions.UsesQuota.Contains(post.Status)).ToListAsync(Token);
        foreach (var group in sends.GroupBy(post => post.AccountId))
        {
            var quota = Quota.Of(accounts[group.Key].Kind, accounts[group.Key].MassSendLimit);
            Assert.All(group.GroupBy(post => quota.PeriodOf(post.CalendarAt!.Value).From), period => Assert.True(period.Count() <= quota.Limit, accounts[group.Key].Name));
        }
    }

    [Fact]
    public async Task Two_accounts_are_about_to_break_their_silence_limit_and_two_pushes_meet()
    {
        await using var db = await database.OpenAsync();
        var now = database.Time.GetUtcNow();
        var silent = await db.Accounts.Where(account => account.Status == AccountStatus.Active && account.LastPublishedAt < now.AddDays(-11)).Select(account => account.Name).ToListAsync(Token);
        Assert.Equal(["临江司法", "云湖教育"], silent.OrderBy(name => name == "云湖教育"));
        var slots = await db.Posts.Where(post => post.Channel == Channel.MassSend && post.Status == PostStatus.Scheduled).Select(post => post.PublishAt).ToListAsync(Token);
        Assert.Single(slots.GroupBy(slot => slot), slot => slot.Count() > 1);
    }

    [Fact]
    public async Task Most_reviews_are_in_time_and_a_few_are_late()
    {
        await using var db = await database.OpenAsync();
        var now = database.Time.GetUtcNow();
        var due = await db.Posts.Where(post => post.Status == PostStatus.InReview).Select(post => post.ReviewDueAt).ToListAsync(Token);
        Assert.InRange(due.Count(at => at < now), 1, due.Count / 3);
    }

    /// <summary>A database that was empty and now holds the demo matrix.</summary>
    public sealed class SeededDatabase(PostgresFixture postgres) : IAsyncLifetime
    {
        private readonly TestDatabase _database = new(postgres);

        public Microsoft.Extensions.Time.Testing.FakeTimeProvider Time => _database.Time;

        public T Get<T>()
            where T : notnull => _database.Get<T>();

        public Task<ConsoleDb> OpenAsync() => _database.OpenAsync();

        public async ValueTask InitializeAsync()
        {
            await _database.InitializeAsync();
            Assert.True(await Get<DemoMatrix>().CreateOnceAsync(CancellationToken.None));
        }

        public ValueTask DisposeAsync() => _database.DisposeAsync();
    }
}
