using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Absences;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Jobs.Notices;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Infrastructure.Reviews.Absences;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database.Reviews;

/// <summary>The small matrix with somebody who could stand in, and what tests of absences and of steps out of time do with it.</summary>
public abstract class AbsenceScene(PostgresFixture postgres) : IAsyncLifetime
{
    protected TestDatabase Database { get; } = new(postgres);

    protected SmallMatrix Matrix { get; private set; } = null!;

    /// <summary>Works for the police and reviews nothing.</summary>
    protected Actor Deputy { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected DateOnly Today => BusinessTime.DayOf(Database.Time.GetUtcNow());

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        Matrix = await SmallMatrix.CreateAsync(Database);
        Deputy = await PersonAsync("严副主任", Role.Responder, Matrix.Police.Id);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected AbsencePlan Plan(Actor absent, Actor substitute, int from = 0, int until = 2, string? reason = null) =>
        new(absent.PersonId, substitute.PersonId, Today.AddDays(from), Today.AddDays(until), reason);

    protected async Task<Guid> NoteAsync(Actor actor, AbsencePlan plan)
    {
        var noted = await Database.Get<NoteAbsence>().ExecuteAsync(actor, plan, Stop);
        Assert.True(noted.Succeeded, noted.Succeeded ? null : noted.Error.Code);
        // No change feed runs here that would empty the cache of grants.
        Database.Time.Advance(TimeSpan.FromSeconds(6));
        return noted.Value;
    }

    protected async Task<Actor> PersonAsync(string name, Role role, Guid agency)
    {
        await using var db = await Database.OpenAsync();
        var id = Guid.CreateVersion7();
        var email = $"{id:N}@example.gov";
        db.Users.Add(new Person
        {
            Id = id, Name = name, AgencyId = agency, Email = email, NormalizedEmail = email.ToUpperInvariant(),
            UserName = email, NormalizedUserName = email.ToUpperInvariant(), CreatedAt = Database.Time.GetUtcNow(),
        });
        db.RoleGrants.Add(new RoleGrant(id, role, agency, null, Database.Time.GetUtcNow()));
        await db.SaveChangesAsync(Stop);
        return new Actor(id, name, [new Grant(role, agency)]);
    }

    protected async Task ApproveAsync(Actor actor, Guid post) => Assert.Null(await DecisionAsync(actor, post));

    protected async Task<Error?> DecisionAsync(Actor actor, Guid post) =>
        await Database.Get<DecidePost>().ExecuteAsync(actor, post, 1, new Verdict(DecisionKind.Approve, null), Stop) is { Succeeded: false } refused ? refused.Error : null;

    // What the use case would say, without deciding: a return without a reason comes after the question of who may.
    protected async Task<Error?> RefusalAsync(Actor actor, Guid post)
    {
        var error = (await Database.Get<DecidePost>().ExecuteAsync(actor, post, 1, new Verdict(DecisionKind.Return, null), Stop)).Error;
        return error == PostErrors.NoReason ? null : error;
    }

    protected async Task TellAsync()
    {
        while (await Database.Get<NoticeClaims>().TakeCausesAsync(20, Stop) is { Count: > 0 } causes)
        {
            foreach (var cause in causes)
            {
                await Database.Get<NoticeMaker>().TellAsync(cause, Stop);
            }
        }
    }

    protected async Task<IReadOnlyList<Notice>> NoticesAsync(Actor actor)
    {
        await using var db = await Database.OpenAsync();
        return await db.Notices.Where(notice => notice.PersonId == actor.PersonId).ToListAsync(Stop);
    }
}
