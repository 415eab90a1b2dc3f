using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovAccountConsole.Infrastructure.Data;

/// <summary>
/// The one way to the database: a fresh context with the actor's scope, one transaction, history and audit rows from what the aggregates
/// recorded, a change hint on commit. Refusals roll everything back.
/// </summary>
public sealed class Work(IDbContextFactory<ConsoleDb> factory, TimeProvider time, ActorSource actors, EnvironmentIdentity environment)
{
    private static readonly TimeSpan _topsKept = TimeSpan.FromSeconds(2);
    private Tops? _tops;

    /// <summary>Runs an act of a person.</summary>
    public async Task<Result<T>> RunAsync<T>(Actor actor, Func<WorkStep, Task<Result<T>>> act, CancellationToken token)
    {
        var current = await actors.ReadAsync(actor, token);
        await using var db = await factory.CreateDbContextAsync(token);
        db.ScopeRoots = current.Roots;
        return await CommitAsync(db, current, act, token);
    }

    /// <summary>Runs an act of a person that yields nothing but its success.</summary>
    public async Task<Result> RunAsync(Actor actor, Func<WorkStep, Task<Result>> act, CancellationToken token) =>
        await RunAsync<bool>(actor, async step => await act(step) is { Succeeded: false } refused ? Result<bool>.Refuse(refused.Errors) : true, token);

    /// <summary>Runs an act of the console itself, in the whole matrix; <paramref name="name"/> says in history who acted.</summary>
    public async Task<Result<T>> AsSystemAsync<T>(string name, Func<WorkStep, Task<Result<T>>> act, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        db.ScopeRoots = await TopsAsync(db, token);
        return await CommitAsync(db, new Actor(null, name, []), act, token);
    }

    /// <summary>Reads within a person's scope.</summary>
    public async Task<T> ReadAsync<T>(Actor actor, Func<ConsoleDb, Actor, Task<T>> read, CancellationToken token)
    {
        var current = await actors.RefreshAsync(actor, token);
        await using var db = await factory.CreateDbContextAsync(token);
        db.ScopeRoots = current.Roots;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db, current);
    }

    /// <summary>The tops of the tree: a scope that sees everything.</summary>
    internal static Task<Guid[]> WholeMatrixAsync(ConsoleDb db, CancellationToken token) =>
        db.Agencies.IgnoreQueryFilters().Where(agency => agency.ParentId == null).Select(agency => agency.Id).ToArrayAsync(token);

    // The lanes act thousands of times a minute, and the tops of the tree hardly ever change.
    private async Task<Guid[]> TopsAsync(ConsoleDb db, CancellationToken token)
    {
        if (_tops is { } kept && kept.Until > time.GetUtcNow()) return kept.Ids;
        var tops = await WholeMatrixAsync(db, token);
        if (tops.Length > 0) _tops = new Tops(tops, time.GetUtcNow() + _topsKept);
        return tops;
    }

    private static Error? Known(Exception exception) => (exception as PostgresException ?? exception.InnerException as PostgresException) switch
    {
        { SqlState: PostgresErrorCodes.UniqueViolation } violation => violation.ConstraintName switch
        {
            "ux_accounts_app_id" => Domain.Accounts.AccountErrors.AppIdTaken,
            "ux_decisions_person" or "ux_follow_up_decisions_person" => PostErrors.AlreadyReviewed,
            "ix_post_templates_key" => Domain.Templates.TemplateErrors.KeyTaken,
            "ix_agencies_path" => Domain.Agencies.AgencyErrors.NameTaken,
            "ux_reviews_open_post" or "ux_follow_ups_review" or "ix_revisions_post_id_number" or "ux_remarks_number" or "pk_review_looks" or "ux_publications_once" or "ux_notice_causes_key" or "ux_notices_cause" => Error.Stale,
            "ux_rule_words_wrong" or "ux_rule_sites_address" or "ux_rule_offices_name" or "ux_rule_lists_kind" or "ux_check_dismissals_open" or "ux_sweep_findings_open" => Error.Stale,
            _ => null,
        },
        { SqlState: PostgresErrorCodes.CheckViolation, ConstraintName: "ck_reviews_distinct_people" } => PostErrors.AuthorMayNotReview,
        { SqlState: PostgresErrorCodes.CheckViolation, ConstraintName: "ck_decisions_distinct_people" } => PostErrors.AlreadyReviewed,
        _ => null,
    };

    private async Task<Result<T>> CommitAsync<T>(ConsoleDb db, Actor actor, Func<WorkStep, Task<Result<T>>> act, CancellationToken token)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var step = new WorkStep(db, actor, time.GetUtcNow(), environment.Value, token);
        try
        {
            var result = await act(step);
            if (!result.Succeeded)
            {
                return result;
            }

            await step.SaveAsync();
            await step.SignalAsync();
            await transaction.CommitAsync(token);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Error.Stale;
        }
        catch (Exception exception) when (exception is DbUpdateException or PostgresException && Known(exception) is { } error)
        {
            return error;
        }
    }

    private sealed record Tops(Guid[] Ids, DateTimeOffset Until);
}
