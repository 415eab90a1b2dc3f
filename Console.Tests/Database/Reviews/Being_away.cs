using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews.Absences;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Evidence;
using GovAccountConsole.Infrastructure.People;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Infrastructure.Reviews.Absences;
using GovAccountConsole.Infrastructure.Workbench;
using GovAccountConsole.Tests.Support;
using Npgsql;

namespace GovAccountConsole.Tests.Database.Reviews;

/// <summary>While a reviewer is away somebody else decides in his place, and both count as people of the chain.</summary>
public sealed class Being_away(PostgresFixture postgres) : AbsenceScene(postgres)
{
    [Fact]
    public async Task A_substitute_sees_the_step_and_decides_it_with_both_names_kept()
    {
        var post = await Matrix.SubmittedAsync();
        await ApproveAsync(Matrix.Reviewer, post.Id);
        Assert.Equal(PostErrors.NotYourStep, await RefusalAsync(Deputy, post.Id));
        await NoteAsync(Matrix.FinalReviewer, Plan(Matrix.FinalReviewer, Deputy));

        var row = Assert.Single((await Database.Get<ReviewQueries>().QueueAsync(Deputy, null, 50, Stop)).Items);
        Assert.Equal((post.Id, "郑怀安"), (row.Id, row.ReviewsForName));
        Assert.Equal(1, (await Database.Get<NavigationQueries>().CountsAsync(Deputy, Stop)).Reviews);
        var seen = (await Database.Get<PostQueries>().GetAsync(Deputy, post.Id, Stop))!;
        Assert.Equal("郑怀安", seen.ReviewsForName);
        Assert.Equal([PostAction.Approve, PostAction.Return], seen.AllowedActions);
        // The absent person may come back and decide himself.
        Assert.Single((await Database.Get<ReviewQueries>().QueueAsync(Matrix.FinalReviewer, null, 50, Stop)).Items);

        await ApproveAsync(Deputy, post.Id);
        var step = (await Database.Get<PostQueries>().GetAsync(Matrix.Editor, post.Id, Stop))!.Review!.Steps[1];
        Assert.Equal(("严副主任", "郑怀安"), (step.Decisions[0].By.Name, step.Decisions[0].For?.Name));
        Assert.Equal("郑怀安", (await Database.Get<PostQueries>().HistoryAsync(Matrix.Editor, post.Id, null, 50, Stop))!.Items[^1].For?.Name);
        Assert.Empty((await Database.Get<ReviewQueries>().QueueAsync(Deputy, null, 50, Stop)).Items);

        await ApproveAsync(Matrix.Supervisor, post.Id);
        var sheet = (await Database.Get<EvidenceQueries>().SheetAsync(Matrix.Editor, post.Id, Stop))!;
        Assert.Equal("郑怀安", sheet.Rounds[0].Decisions.Single(decision => decision.Step == 2).For?.Name);
        Assert.All(sheet.Checks.Where(check => check.What is EvidenceSubject.People or EvidenceSubject.Records), check => Assert.True(check.Holds));
    }

    [Fact]
    public async Task Ending_it_works_at_once_and_days_pass_by_themselves()
    {
        var post = await Matrix.SubmittedAsync();
        var id = await NoteAsync(Matrix.Reviewer, Plan(Matrix.Reviewer, Deputy, from: 1, until: 1));
        Assert.Equal(PostErrors.NotYourStep, await RefusalAsync(Deputy, post.Id));
        Database.Time.SetUtcNow(BusinessTime.StartOf(Today.AddDays(1)));
        Assert.Null(await RefusalAsync(Deputy, post.Id));
        Database.Time.SetUtcNow(BusinessTime.StartOf(Today.AddDays(1)));
        Assert.Equal(PostErrors.NotYourStep, await RefusalAsync(Deputy, post.Id));
        Assert.Equal(AbsenceErrors.Ended, (await Database.Get<RevokeAbsence>().ExecuteAsync(Matrix.Reviewer, id, Stop)).Error);

        id = await NoteAsync(Matrix.Reviewer, Plan(Matrix.Reviewer, Deputy));
        Assert.Null(await RefusalAsync(Deputy, post.Id));
        Assert.Equal(Error.NotFound, (await Database.Get<RevokeAbsence>().ExecuteAsync(Matrix.CourtEditor, id, Stop)).Error);
        Assert.Equal(Error.Forbidden, (await Database.Get<RevokeAbsence>().ExecuteAsync(Deputy, id, Stop)).Error);
        Assert.True((await Database.Get<RevokeAbsence>().ExecuteAsync(Matrix.Supervisor, id, Stop)).Succeeded);
        Assert.Equal(PostErrors.NotYourStep, await RefusalAsync(Deputy, post.Id));
    }

    [Fact]
    public async Task It_lends_nothing_that_the_absent_person_lost_and_no_sight()
    {
        var post = await Matrix.SubmittedAsync();
        var leaving = await PersonAsync("唐亦之", Role.Reviewer, Matrix.Police.Id);
        await NoteAsync(leaving, Plan(leaving, Deputy));
        Assert.Null(await RefusalAsync(Deputy, post.Id));
        Assert.True((await Database.Get<RevokeRole>().ExecuteAsync(Matrix.Administrator, Deputy.PersonId, Role.Responder, Matrix.Police.Id, Stop)).Succeeded);
        Assert.Equal(Error.NotFound, await DecisionAsync(Deputy, post.Id));
        Assert.True((await Database.Get<GrantRole>().ExecuteAsync(Matrix.Administrator, Deputy.PersonId, Role.Responder, Matrix.Police.Id, Stop)).Succeeded);
        Assert.Null(await RefusalAsync(Deputy, post.Id));
        Assert.True((await Database.Get<RevokeRole>().ExecuteAsync(Matrix.Administrator, leaving.PersonId, Role.Reviewer, Matrix.Police.Id, Stop)).Succeeded);
        Assert.Equal(PostErrors.NotYourStep, await RefusalAsync(Deputy, post.Id));
        var row = Assert.Single((await Database.Get<AbsenceQueries>().ListAsync(Matrix.Supervisor, null, 50, Stop)).Items);
        Assert.Equal(AbsenceState.Idle, row.State);
    }

    [Fact]
    public async Task Who_may_note_it_and_who_may_be_named()
    {
        var (note, plan) = (Database.Get<NoteAbsence>(), Plan(Matrix.Reviewer, Deputy));
        async Task<string?> Refused(Actor actor, AbsencePlan wanted) => await note.ExecuteAsync(actor, wanted, Stop) is { Succeeded: false } refused ? refused.Error.Code : null;
        Assert.Equal("forbidden", await Refused(Matrix.Editor, plan));
        Assert.Equal("forbidden", await Refused(Matrix.Auditor, plan));
        Assert.Equal("forbidden", await Refused(Matrix.CourtEditor, plan));
        var courtHead = await PersonAsync("法院负责人", Role.FinalReviewer, Matrix.Court.Id);
        Assert.Equal("not-found", await Refused(courtHead, plan));
        Assert.Equal("not-found", await Refused(Matrix.FinalReviewer, Plan(Matrix.Supervisor, Deputy)));
        Assert.Equal("forbidden", await Refused(Matrix.Editor, Plan(Matrix.Editor, Deputy)));
        Assert.Equal("absence-no-reviewer", await Refused(Matrix.FinalReviewer, Plan(Matrix.Editor, Deputy)));
        Assert.Equal("substitute-names-himself", await Refused(Matrix.Administrator, Plan(Matrix.Supervisor, Matrix.Administrator)));
        // Only somebody who works with the agency anyway: nobody of another one, nobody who merely looks on.
        Assert.Equal("substitute-out-of-sight", await Refused(Matrix.Reviewer, Plan(Matrix.Reviewer, Matrix.CourtEditor)));
        Assert.Equal("substitute-out-of-sight", await Refused(Matrix.Reviewer, Plan(Matrix.Reviewer, Matrix.Auditor)));
        Assert.Equal("substitute-out-of-sight", await Refused(Matrix.Supervisor, Plan(Matrix.Supervisor, Deputy)));
        Assert.Equal("substitute-out-of-sight", await Refused(Matrix.Reviewer, plan with { SubstituteId = Guid.NewGuid() }));
        Assert.Null(await Refused(Matrix.FinalReviewer, plan));
        Assert.Equal("absence-overlaps", await Refused(Matrix.Reviewer, plan));
        Assert.Equal("substitute-away", await Refused(Matrix.Supervisor, Plan(Matrix.FinalReviewer, Matrix.Reviewer)));
        Assert.Null(await Refused(Matrix.Supervisor, Plan(Matrix.Supervisor, Matrix.Administrator)));
    }

    [Fact]
    public async Task Of_two_notings_at_once_one_stands()
    {
        var other = await PersonAsync("钟离", Role.Editor, Matrix.Police.Id);
        var results = await Task.WhenAll(
            Database.Get<NoteAbsence>().ExecuteAsync(Matrix.Reviewer, Plan(Matrix.Reviewer, Deputy), Stop),
            Database.Get<NoteAbsence>().ExecuteAsync(Matrix.Supervisor, Plan(Matrix.Reviewer, other), Stop));
        Assert.Equal("absence-overlaps", Assert.Single(results, result => !result.Succeeded).Error.Code);
    }

    [Fact]
    public async Task The_two_and_those_who_keep_absences_see_them_and_nobody_else()
    {
        await NoteAsync(Matrix.Reviewer, Plan(Matrix.Reviewer, Deputy, reason: "年休假"));
        foreach (var actor in new[] { Matrix.Reviewer, Deputy, Matrix.FinalReviewer, Matrix.Supervisor, Matrix.Administrator, Matrix.Auditor })
        {
            var row = Assert.Single((await Database.Get<AbsenceQueries>().ListAsync(actor, null, 50, Stop)).Items);
            Assert.Equal(("周岚", "严副主任", "年休假", AbsenceState.Current), (row.Person.Name, row.Substitute.Name, row.Reason, row.State));
            Assert.Equal(actor != Deputy && actor != Matrix.Auditor, row.MayRevoke);
        }

        foreach (var actor in new[] { Matrix.Editor, Matrix.CourtEditor, Matrix.Stranger })
        {
            Assert.Empty((await Database.Get<AbsenceQueries>().ListAsync(actor, null, 50, Stop)).Items);
        }
    }

    [Fact]
    public async Task The_pickers_offer_exactly_what_is_accepted()
    {
        var queries = Database.Get<AbsenceQueries>();
        var reviewers = await queries.ReviewersAsync(Matrix.FinalReviewer, Stop);
        Assert.Equal("郑怀安", reviewers[0].Name);
        Assert.Equal(["周岚", "秦小满"], reviewers.Skip(1).Select(person => person.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Matrix.Reviewer.PersonId, Assert.Single(await queries.ReviewersAsync(Matrix.Reviewer, Stop)).Id);
        Assert.Empty(await queries.ReviewersAsync(Matrix.Auditor, Stop));
        var offered = (await queries.SubstitutesAsync(Matrix.Supervisor, Matrix.Reviewer.PersonId, Stop)).Select(person => person.Id).ToHashSet();
        Assert.Equal("市公安局", (await queries.SubstitutesAsync(Matrix.Supervisor, Matrix.Reviewer.PersonId, Stop))[0].AgencyName);
        Assert.Contains(Deputy.PersonId, offered);
        Assert.DoesNotContain(Matrix.Reviewer.PersonId, offered);
        Assert.DoesNotContain(Matrix.Supervisor.PersonId, offered);
        Assert.DoesNotContain(Matrix.CourtEditor.PersonId, offered);
        Assert.DoesNotContain(Matrix.Auditor.PersonId, offered);
        Assert.Empty(await queries.SubstitutesAsync(Matrix.CourtEditor, Matrix.Reviewer.PersonId, Stop));
    }

    [Fact]
    public async Task The_database_counts_both_persons()
    {
        var post = await Matrix.SubmittedAsync();
        Assert.Equal("ck_reviews_distinct_people", await RefusedAsync(Decision(post.Id, 1, Deputy.PersonId, Matrix.Editor.PersonId)));
        Assert.Null(await RefusedAsync(Decision(post.Id, 1, Deputy.PersonId, Matrix.Reviewer.PersonId)));
        Assert.Equal("ck_decisions_distinct_people", await RefusedAsync(Decision(post.Id, 2, Matrix.Reviewer.PersonId, null)));
        Assert.Equal("ck_decisions_distinct_people", await RefusedAsync(Decision(post.Id, 2, Matrix.FinalReviewer.PersonId, Matrix.Reviewer.PersonId)));
        Assert.Equal("ck_decisions_distinct_people", await RefusedAsync(Decision(post.Id, 2, Matrix.FinalReviewer.PersonId, Deputy.PersonId)));
        Assert.Equal("ck_reviews_distinct_people", await RefusedAsync($"INSERT INTO post_contributors (post_id, person_id) VALUES ('{post.Id}', '{Matrix.Reviewer.PersonId}')"));
        Assert.Null(await RefusedAsync(Decision(post.Id, 2, Matrix.FinalReviewer.PersonId, null)));
    }

    [Fact]
    public async Task The_substitute_is_told_of_the_beginning_and_of_an_early_end()
    {
        var id = await NoteAsync(Matrix.Supervisor, Plan(Matrix.Reviewer, Deputy));
        await TellAsync();
        Assert.Equal((NoticeKind.SubstituteNamed, "周岚"), Assert.Single(await NoticesAsync(Deputy)) is var notice ? (notice.Kind, notice.Args[0]) : default);
        Assert.True((await Database.Get<RevokeAbsence>().ExecuteAsync(Matrix.Supervisor, id, Stop)).Succeeded);
        await TellAsync();
        Assert.Contains(await NoticesAsync(Deputy), told => told.Kind == NoticeKind.SubstituteReleased);
        Assert.Contains(await NoticesAsync(Matrix.Reviewer), told => told.Kind == NoticeKind.SubstituteReleased);
        Assert.Empty(await NoticesAsync(Matrix.Supervisor));
    }

    private static string Decision(Guid post, int step, Guid person, Guid? absent) =>
        $"""
        INSERT INTO decisions (id, review_id, step, by_id, for_id, kind, revision, content_hash, at)
        SELECT gen_random_uuid(), id, {step}, '{person}', {(absent is null ? "NULL" : $"'{absent}'")}, 'Approve', revision, repeat('0', 64), now() FROM reviews WHERE post_id = '{post}' AND status = 'Open';
        """;

    private async Task<string?> RefusedAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        try
        {
            await command.ExecuteNonQueryAsync(Stop);
            await transaction.CommitAsync(Stop);
            return null;
        }
        catch (PostgresException exception)
        {
            return exception.ConstraintName ?? exception.MessageText;
        }
    }
}
