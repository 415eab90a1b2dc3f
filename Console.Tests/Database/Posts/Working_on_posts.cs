using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Planning;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Infrastructure.Workbench;
using GovAccountConsole.Infrastructure.Workload;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database.Posts;

public sealed class Working_on_posts(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _matrix = await Once.MatrixAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_post_is_saved_and_read_back_whole()
    {
        var created = await _matrix.CreatedAsync();
        var detail = await Get(created.Id);
        Assert.Equal((PostStatus.Draft, 1), (detail.Row.Status, detail.Row.Revision));
        Assert.Equal("<p>去机场：走滨江大道。</p>", detail.Articles[0].ContentHtml);
        Assert.Equal(("临江公安", "市公安局", "李知远"), (detail.Row.AccountName, detail.Row.AgencyName, detail.Row.AuthorName));
        Assert.Equal([PostAction.Edit, PostAction.Delete, PostAction.Submit], detail.AllowedActions);
        Assert.Equal(created.Version, detail.Row.Version);
    }

    [Fact]
    public async Task Scripts_are_gone_before_anything_is_stored()
    {
        var draft = _matrix.Draft(html: "<p onclick=\"x()\">正文<script>alert(1)</script></p>");
        var created = await database.Get<CreatePost>().ExecuteAsync(_matrix.Editor, draft, SaveMode.Complete, Token);
        Assert.Equal("<p>正文</p>", (await Get(created.Value.Id)).Articles[0].ContentHtml);
    }

    [Theory]
    [InlineData("<p><img src=\"https://example.com/a.png\"></p>")]
    [InlineData("<p><img src=\"/media/00000000-0000-7000-8000-000000000099\"></p>")]
    public async Task Foreign_and_unknown_pictures_are_refused(string html)
    {
        var created = await database.Get<CreatePost>().ExecuteAsync(_matrix.Editor, _matrix.Draft(html: html), SaveMode.Complete, Token);
        Assert.Equal(("media-unknown", "articles[0].contentHtml"), (created.Error.Code, created.Error.Field));
    }

    [Fact]
    public async Task Out_of_scope_is_not_found_before_the_role_is_looked_at()
    {
        var created = await _matrix.CreatedAsync();
        Assert.Null(await database.Get<PostQueries>().GetAsync(_matrix.CourtEditor, created.Id, Token));
        Assert.Equal(Error.NotFound, (await database.Get<SubmitPost>().ExecuteAsync(_matrix.CourtEditor, created.Id, null, Token)).Error);
        Assert.Equal(Error.NotFound, (await database.Get<DecidePost>().ExecuteAsync(_matrix.Stranger, created.Id, 1, new Verdict(DecisionKind.Approve, null), Token)).Error);
        Assert.Equal(Error.Forbidden, (await database.Get<SubmitPost>().ExecuteAsync(_matrix.Reviewer, created.Id, null, Token)).Error);
        Assert.Equal("unknown-account", (await database.Get<CreatePost>().ExecuteAsync(_matrix.CourtEditor, _matrix.Draft(), SaveMode.Complete, Token)).Error.Code);
    }

    [Fact]
    public async Task A_grant_reaches_the_agencies_below()
    {
        var created = await _matrix.CreatedAsync(_matrix.TrafficAccount);
        Assert.Equal("交警支队", (await Get(created.Id)).Row.AgencyName);
    }

    [Fact]
    public async Task A_stale_save_is_refused_and_nothing_is_overwritten()
    {
        var created = await _matrix.CreatedAsync();
        var save = database.Get<SaveDraft>();
        var first = await save.ExecuteAsync(_matrix.Editor, created.Id, created.Version, _matrix.Draft(title: "甲改的"), SaveMode.Complete, Token);
        var second = await save.ExecuteAsync(_matrix.Editor, created.Id, created.Version, _matrix.Draft(title: "乙改的"), SaveMode.Complete, Token);
        Assert.True(first.Succeeded);
        Assert.Equal(Error.Stale, second.Error);
        Assert.Equal("甲改的", (await Get(created.Id)).Row.Title);
        Assert.NotEqual(created.Version, first.Value.Version);
    }

    [Fact]
    public async Task Autosaves_replace_each_other_and_a_finished_save_is_a_version()
    {
        var created = await database.Get<CreatePost>().ExecuteAsync(_matrix.Editor, _matrix.Draft(), SaveMode.Autosave, Token);
        var save = database.Get<SaveDraft>();
        var one = (await save.ExecuteAsync(_matrix.Editor, created.Value.Id, created.Value.Version, _matrix.Draft(title: "一"), SaveMode.Autosave, Token)).Value;
        var two = (await save.ExecuteAsync(_matrix.Editor, created.Value.Id, one.Version, _matrix.Draft(title: "二"), SaveMode.Autosave, Token)).Value;
        var three = (await save.ExecuteAsync(_matrix.Editor, created.Value.Id, two.Version, _matrix.Draft(title: "三"), SaveMode.Complete, Token)).Value;
        Assert.Equal((1, 1, 2), (one.Revision, two.Revision, three.Revision));
        await using var db = await database.OpenAsync();
        Assert.Equal(2, await db.Revisions.CountAsync(revision => revision.PostId == created.Value.Id, Token));
    }

    [Fact]
    public async Task Two_approvals_of_one_step_at_once_count_once()
    {
        var submitted = await _matrix.SubmittedAsync();
        var decide = database.Get<DecidePost>();
        var results = await Task.WhenAll(
            decide.ExecuteAsync(_matrix.Reviewer, submitted.Id, 1, new Verdict(DecisionKind.Approve, null), Token),
            decide.ExecuteAsync(_matrix.Reviewer, submitted.Id, 1, new Verdict(DecisionKind.Approve, null), Token));
        Assert.Single(results, result => result.Succeeded);
        Assert.Equal(2, (await Get(submitted.Id)).Review!.Step);
    }

    [Fact]
    public async Task History_and_audit_are_written_with_the_act()
    {
        var approved = await _matrix.ApprovedAsync();
        var history = await database.Get<PostQueries>().HistoryAsync(_matrix.Editor, approved.Id, null, 50, Token);
        Assert.Equal(["created", "submitted", "approved", "approved", "approved"], history!.Items.Select(row => row.Action));
        Assert.Equal(["李知远", "李知远", "周岚", "郑怀安", "何立明"], history.Items.Select(row => row.By!.Name));
        await using var db = await database.OpenAsync();
        Assert.Equal(5, await db.Audit.CountAsync(entry => entry.SubjectId == approved.Id, Token));
    }

    [Fact]
    public async Task A_refused_act_leaves_nothing_behind()
    {
        var created = await _matrix.CreatedAsync();
        await database.Get<SchedulePost>().ExecuteAsync(_matrix.Editor, created.Id, database.Time.GetUtcNow().AddHours(1), null, Token);
        var history = await database.Get<PostQueries>().HistoryAsync(_matrix.Editor, created.Id, null, 50, Token);
        Assert.Single(history!.Items);
        Assert.Null(await database.Get<PostQueries>().PublicationAsync(_matrix.Editor, created.Id, Token));
    }

    [Fact]
    public async Task The_queue_holds_what_waits_for_me_and_nothing_else()
    {
        var submitted = await _matrix.SubmittedAsync();
        Assert.True(await InQueue(_matrix.Reviewer, submitted.Id));
        Assert.False(await InQueue(_matrix.FinalReviewer, submitted.Id));
        Assert.False(await InQueue(_matrix.Editor, submitted.Id));
        await database.Get<DecidePost>().ExecuteAsync(_matrix.Reviewer, submitted.Id, 1, new Verdict(DecisionKind.Approve, null), Token);
        Assert.False(await InQueue(_matrix.Reviewer, submitted.Id));
        Assert.True(await InQueue(_matrix.FinalReviewer, submitted.Id));
        Assert.True(await database.Get<ReviewQueries>().CountAsync(_matrix.FinalReviewer, Token) > 0);
    }

    [Fact]
    public async Task Scheduling_plans_one_delivery_and_unscheduling_shelves_it()
    {
        var at = database.Time.GetUtcNow().AddDays(3);
        var scheduled = await _matrix.ScheduledAsync(at);
        var delivery = await Delivery(scheduled.Id);
        Assert.Equal((PublicationStatus.Waiting, at, at), (delivery.Status, delivery.DueAt, delivery.NextAttemptAt!.Value));

        await database.Get<UnschedulePost>().ExecuteAsync(_matrix.FinalReviewer, scheduled.Id, null, Token);
        delivery = await Delivery(scheduled.Id);
        Assert.Equal((null, "unscheduled"), (delivery.NextAttemptAt, delivery.Trouble!.Code));

        await database.Get<SchedulePost>().ExecuteAsync(_matrix.Supervisor, scheduled.Id, at.AddHours(1), null, Token);
        Assert.Equal(delivery.Id, (await Delivery(scheduled.Id)).Id);
        Assert.Equal(at.AddHours(1), (await Delivery(scheduled.Id)).NextAttemptAt);
    }

    [Fact]
    public async Task A_change_after_scheduling_shelves_the_delivery()
    {
        var scheduled = await _matrix.ScheduledAsync(database.Time.GetUtcNow().AddDays(4));
        var edited = await database.Get<SaveDraft>().ExecuteAsync(
            _matrix.Editor, scheduled.Id, scheduled.Version, _matrix.Draft(title: "改后的标题"), SaveMode.Complete, Token);
        Assert.Equal((PostStatus.InReview, 2), (edited.Value.Status, edited.Value.Revision));
        Assert.Equal((null, "content-changed"), ((await Delivery(scheduled.Id)).NextAttemptAt, (await Delivery(scheduled.Id)).Trouble!.Code));
    }

    [Fact]
    public async Task Of_many_simultaneous_mass_sends_on_one_day_one_gets_the_slot()
    {
        var day = database.Time.GetUtcNow().AddDays(10);
        var posts = new List<PostVersion>();
        for (var count = 0; count < 4; count++)
        {
            posts.Add(await _matrix.ApprovedAsync(_matrix.PoliceAccount, Channel.MassSend));
        }

        var schedule = database.Get<SchedulePost>();
        var results = await Task.WhenAll(posts.Select((post, index) => schedule.ExecuteAsync(_matrix.Editor, post.Id, day.AddMinutes(index), null, Token)));
        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("quota-exceeded", result.Error.Code));
        var quota = await database.Get<CalendarQueries>().QuotaAsync(_matrix.Editor, _matrix.PoliceAccount.Id, day, database.Time.GetUtcNow(), Token);
        Assert.Equal(1, quota!.Used);
    }

    [Fact]
    public async Task The_calendar_shows_a_post_where_it_stands()
    {
        var at = database.Time.GetUtcNow().AddDays(20);
        var scheduled = await _matrix.ScheduledAsync(at, _matrix.TrafficAccount);
        var filter = new PostFilter { From = at.AddHours(-1), To = at.AddHours(1) };
        var entries = await database.Get<CalendarQueries>().EntriesAsync(_matrix.Supervisor, filter, null, 100, Token);
        Assert.Equal([scheduled.Id], entries.Items.Select(row => row.Id));
        Assert.Empty((await database.Get<CalendarQueries>().EntriesAsync(_matrix.CourtEditor, filter, null, 100, Token)).Items);
    }

    [Fact]
    public async Task Search_finds_words_of_two_characters_and_single_ones()
    {
        var created = await database.Get<CreatePost>().ExecuteAsync(_matrix.Editor, _matrix.Draft(title: "龘龘鱻鱻专用标题"), SaveMode.Complete, Token);
        foreach (var words in new[] { "鱻鱻", "龘鱻", "专用标题", "鱻", "专用 龘龘" })
        {
            var page = await database.Get<PostQueries>().ListAsync(_matrix.Editor, new PostFilter { Query = words }, null, 10, Token);
            Assert.Equal([created.Value.Id], page.Items.Select(row => row.Id));
        }

        Assert.Empty((await database.Get<PostQueries>().ListAsync(_matrix.CourtEditor, new PostFilter { Query = "鱻鱻" }, null, 10, Token)).Items);
        Assert.Empty((await database.Get<PostQueries>().ListAsync(_matrix.Editor, new PostFilter { Query = "%" }, null, 10, Token)).Items);
    }

    [Fact]
    public async Task Workload_counts_acts_and_hides_people_from_those_above()
    {
        var now = database.Time.GetUtcNow();
        await _matrix.ApprovedAsync();
        var report = await database.Get<WorkloadQueries>().ReportAsync(_matrix.FinalReviewer, now.AddDays(-1), now.AddDays(1), null, Token);
        var police = report.Agencies.Single(row => row.Id == _matrix.Police.Id);
        Assert.True(police.Figures.Written > 0 && police.Figures.Submitted > 0 && police.Figures.Reviewed >= 3);
        Assert.Contains(report.People, person => person.Name == "周岚" && person.Figures.Reviewed > 0);

        var above = await database.Get<WorkloadQueries>().ReportAsync(_matrix.Supervisor, now.AddDays(-1), now.AddDays(1), null, Token);
        Assert.Contains(above.Agencies, row => row.Id == _matrix.Court.Id);
        Assert.DoesNotContain(above.People, person => person.AgencyId == _matrix.Police.Id);
        var own = await database.Get<WorkloadQueries>().ReportAsync(_matrix.Editor, now.AddDays(-1), now.AddDays(1), null, Token);
        Assert.Equal([_matrix.Editor.PersonId], own.People.Select(person => person.Id));
    }

    [Fact]
    public async Task The_workbench_shows_what_waits_and_what_is_wrong()
    {
        var submitted = await _matrix.SubmittedAsync();
        var mine = await database.Get<WorkbenchQueries>().GetAsync(_matrix.Reviewer, null, Token);
        Assert.Contains(mine.Waiting, task => task.Kind == TaskKind.Review && task.Post!.Id == submitted.Id);
        Assert.Equal(2, mine.ActiveAccounts);
        var counts = await database.Get<NavigationQueries>().CountsAsync(_matrix.Reviewer, Token);
        Assert.True(counts.Reviews > 0);
        Assert.Equal(0, (await database.Get<WorkbenchQueries>().GetAsync(_matrix.Stranger, null, Token)).ActiveAccounts);
    }

    [Fact]
    public async Task A_deleted_draft_is_gone_from_sight_and_kept_in_the_record()
    {
        var created = await _matrix.CreatedAsync();
        Assert.True((await database.Get<DeletePost>().ExecuteAsync(_matrix.Editor, created.Id, created.Version, Token)).Succeeded);
        Assert.Null(await database.Get<PostQueries>().GetAsync(_matrix.Editor, created.Id, Token));
        await using var db = await database.OpenAsync();
        Assert.NotNull(await db.Audit.SingleOrDefaultAsync(entry => entry.SubjectId == created.Id && entry.Action == "postDeleted", Token));
    }

    private async Task<PostDetail> Get(Guid id) => (await database.Get<PostQueries>().GetAsync(_matrix.Editor, id, Token))!;

    private async Task<PublicationDetail> Delivery(Guid id) => (await database.Get<PostQueries>().PublicationAsync(_matrix.Editor, id, Token))!;

    private async Task<bool> InQueue(GovAccountConsole.Domain.Access.Actor actor, Guid id) =>
        (await database.Get<ReviewQueries>().QueueAsync(actor, null, 200, Token)).Items.Any(row => row.Id == id);
}
