using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Data.Seeding.Rules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

/// <summary>
/// 临江市, a fictional city: creates its matrix once, into an empty database, with weeks of work around the day of seeding. Every state is
/// reached by the aggregates' own acts, so history, decisions and audit are what real work would have left.
/// </summary>
public sealed class DemoMatrix(IDbContextFactory<ConsoleDb> factory, SecretSealer sealer, TimeProvider time)
{
    /// <summary>The password of every demo person.</summary>
    public const string Password = "Demo-2026!";

    /// <summary>Creates the matrix unless the database holds agencies or people already. Called under the lock of <see cref="DatabasePreparation"/>.</summary>
    /// <returns>Whether it was created now.</returns>
    public async Task<bool> CreateOnceAsync(CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        if (await db.AgencyLineage.AnyAsync(token) || await db.Users.AnyAsync(token))
        {
            return false;
        }

        await SectorCatalogue.EnsureAsync(db, token);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        Fill(db, DemoMatrixContent.Load());
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(token);
        Account(db);
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return true;
    }

    /// <summary>The content is the project's own: a refusal is a mistake in it, not something a user caused.</summary>
    internal static void Require(Result result, string key)
    {
        if (!result.Succeeded)
        {
            throw new InvalidDataException($"Demo {key}: {string.Join(", ", result.Errors.Select(error => $"{error.Code} {error.Field}"))}");
        }
    }

    private void Fill(ConsoleDb db, DemoMatrixContent content)
    {
        var clock = new DemoMatrixClock(time.GetUtcNow());
        var places = new DemoMatrixPlaces(db, clock, content.Directory);
        places.AddAgencies();
        places.AddPeople(new PasswordHasher<Person>(), new UpperInvariantLookupNormalizer(), Password);
        places.AddAccounts(sealer);
        db.AddRange(TemplateCatalogue.Of(places.Agencies.Values.First(agency => agency.ParentId is null).Id, clock.At("-30 09:00")));

        Plans(db, places, clock.At("-30 09:00"));

        var pictures = new DemoMatrixPictures(db);
        foreach (var planned in content.Library)
        {
            var by = places.People[planned.By].Id;
            var medium = pictures.Of(places.Agencies[planned.Agency].Id, planned.Picture, by, clock.At(planned.At));
            DateOnly? last = planned.ExpiresInDays is { } days ? BusinessTime.DayOf(clock.Now).AddDays(days) : null;
            Require(medium.Describe(new MediumDetails(planned.Alt, new MediumRights(planned.Source, planned.Consent, planned.Note), last, planned.Shared), by, clock.At(planned.At)), planned.Picture);
        }

        var posts = new DemoMatrixPosts(db, clock, places, pictures, content.Directory);
        var deliveries = new DemoMatrixDeliveries(db, clock, places);
        foreach (var planned in content.Posts)
        {
            var (post, account) = posts.Add(planned);
            deliveries.Add(planned, post, account);
            if (post.Status != planned.State)
            {
                throw new InvalidDataException($"Demo {planned.Key} is {post.Status}, not {planned.State}.");
            }
        }

        var threads = new DemoMatrixThreads(db, clock, places);
        foreach (var planned in content.Threads)
        {
            threads.Add(planned);
        }

        foreach (var planned in content.Directory.Accounts.Where(planned => planned.Status == Domain.Accounts.AccountStatus.Suspended))
        {
            Require(places.Accounts[planned.Key].Suspend("负责人调离，新负责人备案前先停用。", places.People["he-liming"].Id, clock.At("-1 15:10")), planned.Key);
        }
    }

    // Beside the plan for everything: a refutation that must be quick, and a text about a case that needs one look more.
    private static void Plans(ConsoleDb db, DemoMatrixPlaces places, DateTimeOffset at)
    {
        var (top, by) = (places.Agencies.Values.First(agency => agency.ParentId is null).Id, places.People["he-liming"].Id);
        var quick = ReviewPlan.Default.Steps.Select(step => step with { Deadline = TimeSpan.FromHours(1) });
        var careful = ReviewPlan.Default.Steps.Select(step => step.Role == Role.FinalReviewer ? step with { Checklist = [.. step.Checklist, "办案部门已书面确认"] } : step);
        foreach (var input in new[]
        {
            new PlanInput("辟谣快审", [.. quick], new PlanConditions { Templates = ["rumour"] }),
            new PlanInput("案件信息", [.. careful], new PlanConditions { Topics = [PostTopic.Case] }),
        })
        {
            var plan = ReviewPlan.Create(input, top, by, at);
            Require(plan, input.Name!);
            db.Add(plan.Value);
        }
    }

    // History and audit in the order of time, as if each act had been stored when it happened.
    private static void Account(ConsoleDb db)
    {
        foreach (var happened in db.ChangeTracker.Entries<Aggregate>().SelectMany(entry => entry.Entity.TakeEvents()).OrderBy(happened => happened.At).ToList())
        {
            db.Audit.Add(new AuditEntry(happened));
            if (happened is PostEvent postEvent)
            {
                db.History.Add(new HistoryEntry(postEvent));
            }
        }
    }
}
