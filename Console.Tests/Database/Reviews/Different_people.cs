using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.People;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovAccountConsole.Tests.Database.Reviews;

/// <summary>The people of one chain are different people, also for whoever gets past the aggregate.</summary>
public sealed class Different_people(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Refusal = "ck_reviews_distinct_people";

    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _matrix = await Once.MatrixAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_decision_of_a_writer_is_refused_by_the_database()
    {
        var post = await _matrix.SubmittedAsync();
        Assert.Equal(Refusal, await RefusedAsync(Decision(post.Id, _matrix.Editor.PersonId)));
        Assert.Null(await RefusedAsync(Decision(post.Id, _matrix.ReviewingEditor.PersonId)));
    }

    [Fact]
    public async Task Who_decided_cannot_be_made_a_writer()
    {
        var post = await _matrix.SubmittedAsync();
        await ApproveAsync(_matrix.Reviewer, post.Id);
        Assert.Equal(Refusal, await RefusedAsync(Contributor(post.Id, _matrix.Reviewer.PersonId)));
        Assert.Equal(Refusal, await RefusedAsync($"UPDATE posts SET author_id = '{_matrix.Reviewer.PersonId}' WHERE id = '{post.Id}'"));
        Assert.Null(await RefusedAsync(Contributor(post.Id, _matrix.FinalReviewer.PersonId)));

        var approved = await _matrix.ApprovedAsync();
        Assert.Equal(Refusal, await RefusedAsync(Contributor(approved.Id, _matrix.Supervisor.PersonId)));
    }

    [Fact]
    public async Task A_voided_review_lets_its_reviewer_write_and_is_not_opened_again()
    {
        var post = await _matrix.SubmittedAsync();
        await ApproveAsync(_matrix.ReviewingEditor, post.Id);
        var version = (await database.Get<PostQueries>().GetAsync(_matrix.Editor, post.Id, Token))!.Row.Version;
        var saved = await database.Get<SaveDraft>().ExecuteAsync(_matrix.ReviewingEditor, post.Id, version, _matrix.Draft(html: "<p>改走江北大道。</p>"), SaveMode.Complete, Token);
        Assert.Equal(2, saved.Value.Revision);
        Assert.Equal(PostErrors.AuthorMayNotReview, (await DecideAsync(_matrix.ReviewingEditor, post.Id, 2)).Error);
        Assert.Equal(Refusal, await RefusedAsync(
            $"UPDATE reviews SET open_post_id = NULL, status = 'Approved' WHERE post_id = '{post.Id}' AND status = 'Voided'"));
    }

    [Fact]
    public async Task The_order_within_a_transaction_does_not_matter()
    {
        var post = await _matrix.SubmittedAsync();
        var person = _matrix.ReviewingEditor.PersonId;
        Assert.Equal(Refusal, await RefusedAsync(Decision(post.Id, person) + Contributor(post.Id, person)));
        Assert.Equal(Refusal, await RefusedAsync(Contributor(post.Id, person) + Decision(post.Id, person)));
        Assert.Null(await RefusedAsync(Decision(post.Id, person) + Contributor(post.Id, person) + $"DELETE FROM post_contributors WHERE post_id = '{post.Id}' AND person_id = '{person}';"));
    }

    [Fact]
    public async Task Of_two_transactions_that_do_not_see_each_other_one_is_refused()
    {
        for (var round = 0; round < 20; round++)
        {
            var post = await _matrix.SubmittedAsync();
            var person = _matrix.ReviewingEditor.PersonId;
            var results = await Task.WhenAll(RefusedAsync(Decision(post.Id, person)), RefusedAsync(Contributor(post.Id, person)));
            Assert.Equal(Refusal, Assert.Single(results, result => result is not null));
        }
    }

    [Fact]
    public async Task The_refusal_of_the_database_reaches_people_as_the_domains_code()
    {
        var post = await _matrix.SubmittedAsync();
        var result = await database.Get<Work>().RunAsync(_matrix.Editor, async step =>
        {
            await step.Db.Database.ExecuteSqlRawAsync(Decision(post.Id, _matrix.Editor.PersonId), Token);
            return Result.Success;
        }, Token);
        Assert.Equal(PostErrors.AuthorMayNotReview, result.Error);
    }

    [Fact]
    public async Task Of_two_people_who_approve_one_step_at_once_one_wins()
    {
        for (var round = 0; round < 25; round++)
        {
            var post = await _matrix.SubmittedAsync();
            var results = await Task.WhenAll(
                Task.Run(() => DecideAsync(_matrix.Reviewer, post.Id, 1)), Task.Run(() => DecideAsync(_matrix.ReviewingEditor, post.Id, 1)));
            Assert.Single(results, result => result.Succeeded);
            var lost = Assert.Single(results, result => !result.Succeeded).Error;
            Assert.True(lost == Error.Stale || lost == PostErrors.NotYourStep, lost.Code);
            await using var db = await database.OpenAsync();
            var review = await db.Reviews.SingleAsync(row => row.PostId == post.Id, Token);
            Assert.Equal((1, 2), (review.Decisions.Count, review.Current!.Number));
        }
    }

    [Fact]
    public async Task A_role_taken_away_midway_is_gone_at_once()
    {
        var leaving = await NewReviewerAsync();
        var post = await _matrix.SubmittedAsync();
        Assert.Contains((await database.Get<ReviewQueries>().QueueAsync(leaving, null, 200, Token)).Items, row => row.Id == post.Id);
        Assert.True((await database.Get<RevokeRole>().ExecuteAsync(_matrix.Administrator, leaving.PersonId, Role.Reviewer, _matrix.Police.Id, Token)).Succeeded);
        Assert.Equal(Error.NotFound, (await DecideAsync(leaving, post.Id, 1)).Error);
        await using var db = await database.OpenAsync();
        Assert.Empty((await db.Reviews.SingleAsync(row => row.PostId == post.Id, Token)).Decisions);
    }

    private async Task<Actor> NewReviewerAsync()
    {
        await using var db = await database.OpenAsync();
        var id = Guid.CreateVersion7();
        var email = $"{id:N}@example.gov";
        db.Users.Add(new Person
        {
            Id = id, Name = "唐亦之", AgencyId = _matrix.Police.Id, Email = email, NormalizedEmail = email.ToUpperInvariant(),
            UserName = email, NormalizedUserName = email.ToUpperInvariant(), CreatedAt = database.Time.GetUtcNow(),
        });
        db.RoleGrants.Add(new RoleGrant(id, Role.Reviewer, _matrix.Police.Id, null, database.Time.GetUtcNow()));
        await db.SaveChangesAsync(Token);
        return new Actor(id, "唐亦之", [new Grant(Role.Reviewer, _matrix.Police.Id)]);
    }

    private async Task ApproveAsync(Actor actor, Guid post) => Assert.True((await DecideAsync(actor, post, 1)).Succeeded);

    private Task<Result<PostVersion>> DecideAsync(Actor actor, Guid post, int revision) =>
        database.Get<DecidePost>().ExecuteAsync(actor, post, revision, new Verdict(DecisionKind.Approve, null), Token);

    private static string Decision(Guid post, Guid person) =>
        $"""
        INSERT INTO decisions (id, review_id, step, by_id, kind, revision, content_hash, at)
        SELECT gen_random_uuid(), id, 1, '{person}', 'Approve', revision, repeat('0', 64), now() FROM reviews WHERE post_id = '{post}' AND status = 'Open';
        """;

    private static string Contributor(Guid post, Guid person) => $"INSERT INTO post_contributors (post_id, person_id) VALUES ('{post}', '{person}');";

    /// <summary>The constraint that refused a transaction of these statements; null when it was committed.</summary>
    private async Task<string?> RefusedAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        try
        {
            await command.ExecuteNonQueryAsync(Token);
            await transaction.CommitAsync(Token);
            return null;
        }
        catch (PostgresException exception)
        {
            return exception.ConstraintName ?? exception.MessageText;
        }
    }
}
