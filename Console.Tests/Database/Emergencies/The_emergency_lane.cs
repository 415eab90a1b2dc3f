using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Emergencies;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Infrastructure.Workbench;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database.Emergencies;

public sealed class The_emergency_lane(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _matrix = await Once.MatrixAsync(database);
        await using var db = await database.OpenAsync(_matrix.Department.Id);
        await db.Set<EmergencyDesignation>().ExecuteDeleteAsync(Token);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Goes_from_a_naming_to_a_complete_follow_up()
    {
        await NameAsync();
        var post = await _matrix.CreatedAsync();
        Assert.True(await Queries.MayDeclareAsync(_matrix.Editor, post.Id, Token));
        Assert.True((await DeclareAsync(post.Id)).Succeeded);
        Assert.Contains((await database.Get<ReviewQueries>().QueueAsync(_matrix.Supervisor, null, 100, Token)).Items, row => row.Id == post.Id);
        Assert.True((await ApproveAsync(_matrix.Supervisor, post)).Succeeded);

        var detail = (await database.Get<PostQueries>().GetAsync(_matrix.Editor, post.Id, Token))!;
        Assert.Equal((PostStatus.Approved, FollowUpStatus.Open, "桥面塌陷"), (detail.Row.Status, detail.Emergency!.FollowUpStatus, detail.Emergency.Reason));
        Assert.Equal(database.Time.GetUtcNow().AddHours(24), detail.Emergency.FollowUpDueAt);
        Assert.DoesNotContain(await Queries.WaitingAsync(_matrix.Supervisor, Token), row => row.PostId == post.Id);
        Assert.Contains(await Queries.WaitingAsync(_matrix.Reviewer, Token), row => row.PostId == post.Id);
        Assert.True((await SayAsync(_matrix.Reviewer, post.Id)).Succeeded);
        Assert.Equal("already-reviewed", (await SayAsync(_matrix.Reviewer, post.Id)).Error.Code);
        Assert.True((await SayAsync(_matrix.FinalReviewer, post.Id)).Succeeded);
        Assert.Equal("follow-up-closed", (await SayAsync(_matrix.Reviewer, post.Id)).Error.Code);
        detail = (await database.Get<PostQueries>().GetAsync(_matrix.Editor, post.Id, Token))!;
        Assert.Equal(FollowUpStatus.Complete, detail.Emergency!.FollowUpStatus);
        Assert.Equal(3, detail.Emergency.Decisions.Select(said => said.By.Id).Append(detail.Emergency.ApprovedBy!.Id).Distinct().Count());
    }

    [Fact]
    public async Task Only_who_is_named_for_that_very_agency_declares()
    {
        var post = await _matrix.CreatedAsync();
        Assert.Equal("not-designated", (await DeclareAsync(post.Id)).Error.Code);
        var named = await NameAsync();
        Assert.Equal("not-designated", (await DeclareAsync((await _matrix.CreatedAsync(_matrix.TrafficAccount)).Id)).Error.Code);
        Assert.True((await database.Get<RevokeEmergency>().ExecuteAsync(_matrix.Administrator, named, Token)).Succeeded);
        Assert.Equal("not-designated", (await DeclareAsync(post.Id)).Error.Code);
        Assert.False(await Queries.MayDeclareAsync(_matrix.Editor, post.Id, Token));
    }

    [Fact]
    public async Task A_naming_revoked_midway_stops_the_short_approval()
    {
        var named = await NameAsync();
        var post = await _matrix.CreatedAsync();
        await DeclareAsync(post.Id);
        await database.Get<RevokeEmergency>().ExecuteAsync(_matrix.Administrator, named, Token);
        Assert.Equal("emergency-lapsed", (await ApproveAsync(_matrix.FinalReviewer, post)).Error.Code);
        await using (var db = await database.OpenAsync(_matrix.Department.Id))
        {
            Assert.Empty(await db.Set<FollowUpReview>().Where(row => row.PostId == post.Id).ToListAsync(Token));
            Assert.Equal(PostStatus.InReview, (await db.Posts.SingleAsync(row => row.Id == post.Id, Token)).Status);
        }

        Assert.True((await database.Get<DecidePost>().ExecuteAsync(_matrix.FinalReviewer, post.Id, 1, new Verdict(DecisionKind.Return, "走正常流程"), Token)).Succeeded);
    }

    [Fact]
    public async Task Naming_is_for_administrators_and_supervisors_of_people_who_write_there()
    {
        var input = Input(_matrix.Editor.PersonId);
        Assert.Equal(Error.Forbidden, (await Name(_matrix.FinalReviewer, input)).Error);
        Assert.Equal("personId", (await Name(_matrix.Administrator, Input(_matrix.Reviewer.PersonId))).Error.Field);
        Assert.Equal("not-for-oneself", (await Name(_matrix.Administrator, Input(_matrix.Administrator.PersonId))).Error.Code);
        Assert.True((await Name(_matrix.Supervisor, input)).Succeeded);
        Assert.Equal(Error.Forbidden, (await database.Get<RevokeEmergency>().ExecuteAsync(_matrix.Editor, (await Queries.DesignationsAsync(_matrix.Editor, Token))[0].Id, Token)).Error);
        Assert.Empty(await Queries.DesignationsAsync(_matrix.CourtEditor, Token));
    }

    [Fact]
    public async Task Nobody_is_named_twice_for_one_agency_while_the_first_term_runs()
    {
        var named = await NameAsync();
        Assert.Equal("already-designated", (await Name(_matrix.Supervisor, Input(_matrix.Editor.PersonId))).Error.Code);
        Assert.Single(await Queries.DesignationsAsync(_matrix.Administrator, Token), row => row.Person.Id == _matrix.Editor.PersonId);
        await database.Get<RevokeEmergency>().ExecuteAsync(_matrix.Administrator, named, Token);
        Assert.True((await Name(_matrix.Supervisor, Input(_matrix.Editor.PersonId))).Succeeded);
    }

    [Fact]
    public async Task A_follow_up_waits_on_the_workbench_of_who_may_read_it()
    {
        await NameAsync();
        var post = await _matrix.CreatedAsync();
        await DeclareAsync(post.Id);
        await ApproveAsync(_matrix.FinalReviewer, post);
        var task = Assert.Single(await TasksAsync(_matrix.Reviewer), row => row.Post?.Id == post.Id);
        Assert.Equal((TaskKind.FollowUp, (DateTimeOffset?)database.Time.GetUtcNow().AddHours(24)), (task.Kind, task.DueAt));
        Assert.DoesNotContain(await TasksAsync(_matrix.FinalReviewer), row => row.Kind == TaskKind.FollowUp && row.Post?.Id == post.Id);
        Assert.DoesNotContain(await TasksAsync(_matrix.Editor), row => row.Kind == TaskKind.FollowUp && row.Post?.Id == post.Id);
        await SayAsync(_matrix.Reviewer, post.Id);
        Assert.DoesNotContain(await TasksAsync(_matrix.Reviewer), row => row.Post?.Id == post.Id);
    }

    [Fact]
    public async Task Two_people_at_the_same_moment_take_two_places()
    {
        await NameAsync();
        var post = await _matrix.CreatedAsync();
        await DeclareAsync(post.Id);
        await ApproveAsync(_matrix.FinalReviewer, post);
        var said = await Task.WhenAll(SayAsync(_matrix.Reviewer, post.Id), SayAsync(_matrix.Supervisor, post.Id));
        Assert.All(said, result => Assert.True(result.Succeeded));
        await using var db = await database.OpenAsync(_matrix.Department.Id);
        var stored = await db.Set<FollowUpReview>().SingleAsync(row => row.PostId == post.Id, Token);
        Assert.Equal((FollowUpStatus.Complete, 2), (stored.Status, stored.Decisions.Select(decision => decision.ById).Distinct().Count()));
    }

    [Fact]
    public async Task One_person_twice_at_the_same_moment_counts_once()
    {
        await NameAsync();
        var post = await _matrix.CreatedAsync();
        await DeclareAsync(post.Id);
        await ApproveAsync(_matrix.FinalReviewer, post);
        var said = await Task.WhenAll(SayAsync(_matrix.Reviewer, post.Id), SayAsync(_matrix.Reviewer, post.Id));
        Assert.Equal("already-reviewed", Assert.Single(said, result => !result.Succeeded).Error.Code);
    }

    [Fact]
    public async Task The_share_counts_what_went_out_and_what_is_overdue()
    {
        await NameAsync();
        var post = await _matrix.CreatedAsync();
        await DeclareAsync(post.Id);
        await ApproveAsync(_matrix.FinalReviewer, post);
        var now = database.Time.GetUtcNow();
        Assert.DoesNotContain(_matrix.Police.Id, (await Queries.SharesAsync(_matrix.Administrator, now.AddDays(-1), now.AddDays(1), Token)).Keys);
        await using (var db = await database.OpenAsync(_matrix.Department.Id))
        {
            await db.Posts.Where(row => row.Id == post.Id).ExecuteUpdateAsync(row => row.SetProperty(item => item.PublishedAt, now).SetProperty(item => item.Status, PostStatus.Published), Token);
            await db.Set<FollowUpReview>().Where(row => row.PostId == post.Id).ExecuteUpdateAsync(row => row.SetProperty(item => item.DueAt, now), Token);
        }

        Assert.Equal(new EmergencyShare(1, 1, 1), (await Queries.SharesAsync(_matrix.Administrator, now.AddDays(-1), now.AddDays(1), Token))[_matrix.Police.Id]);
        Assert.DoesNotContain(_matrix.Police.Id, (await Queries.SharesAsync(_matrix.CourtEditor, now.AddDays(-1), now.AddDays(1), Token)).Keys);
    }

    [Fact]
    public async Task What_was_said_afterwards_is_never_changed_in_the_database()
    {
        await NameAsync();
        var post = await _matrix.CreatedAsync();
        await DeclareAsync(post.Id);
        await ApproveAsync(_matrix.FinalReviewer, post);
        await SayAsync(_matrix.Reviewer, post.Id);
        await using var db = await database.OpenAsync(_matrix.Department.Id);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlAsync($"UPDATE follow_up_decisions SET comment = '改' WHERE by_id = {_matrix.Reviewer.PersonId}", Token));
    }

    private async Task<IReadOnlyList<WaitingTask>> TasksAsync(Actor actor) => (await database.Get<WorkbenchQueries>().GetAsync(actor, null, Token)).Waiting;

    private EmergencyQueries Queries => database.Get<EmergencyQueries>();

    private DesignationInput Input(Guid person) => new(person, _matrix.Police.Id, database.Time.GetUtcNow().AddDays(30), "夜间值班");

    private Task<Result<Guid>> Name(Actor actor, DesignationInput input) => database.Get<DesignateEmergency>().ExecuteAsync(actor, input, Token);

    private async Task<Guid> NameAsync() => (await Name(_matrix.Administrator, Input(_matrix.Editor.PersonId))).Value;

    private Task<Result<PostVersion>> DeclareAsync(Guid post) => database.Get<DeclareEmergency>().ExecuteAsync(_matrix.Editor, post, "桥面塌陷", null, Token);

    private Task<Result<PostVersion>> ApproveAsync(Actor actor, PostVersion post) =>
        database.Get<DecidePost>().ExecuteAsync(actor, post.Id, post.Revision, new Verdict(DecisionKind.Approve, null), Token);

    private Task<Result<Guid>> SayAsync(Actor actor, Guid post) => database.Get<DecideFollowUp>().ExecuteAsync(actor, post, FollowUpVerdict.Approve, null, Token);
}
