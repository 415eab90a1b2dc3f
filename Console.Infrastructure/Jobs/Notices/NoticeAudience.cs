using System.Globalization;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Absences;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Emergencies;
using GovAccountConsole.Infrastructure.Reviews.Absences;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Notices;

/// <summary>Finds out whom a cause concerns, as things stand when they are told: a turn that has passed meanwhile is nobody's any more.</summary>
internal sealed class NoticeAudience(ConsoleDb db, DateTimeOffset now, CancellationToken token)
{
    private static readonly Role[] _keepers = [Role.Administrator, Role.Supervisor];

    /// <summary>Whom to tell, and with which values.</summary>
    public Task<Telling> OfAsync(NoticeCause cause) => cause.SubjectType switch
    {
        "post" => OfPostAsync(cause),
        "account" => OfAccountAsync(cause),
        "matrix" => OfMatrixAsync(cause),
        "absence" => OfAbsenceAsync(cause),
        _ => Task.FromResult(Telling.Nobody),
    };

    private async Task<Telling> OfPostAsync(NoticeCause cause)
    {
        var post = await db.Posts.AsNoTracking().Include(row => row.Review).SingleOrDefaultAsync(row => row.Id == cause.SubjectId, token);
        if (post is null)
        {
            return Telling.Nobody;
        }

        if (cause.Kind is NoticeKind.YourTurn or NoticeKind.ClockRunning or NoticeKind.ClockRanOut or NoticeKind.Escalated)
        {
            return post.Status == PostStatus.InReview && post.ReviewStep == cause.Step && post.Review?.Current is { } step
                ? new(Each(await DecidersAsync(post, step, cause.Kind == NoticeKind.Escalated), cause), [post.Title, step.Name, Moment(post.ReviewDueAt)])
                : Telling.Nobody;
        }

        var people = cause.Kind == NoticeKind.EmergencyFollowUp ? await EmergencyFacts.ReadersAsync(db, post, token) : post.Contributors.Select(contributor => contributor.PersonId).Append(post.AuthorId).ToList();
        if (cause.Kind == NoticeKind.Overlooked) people.AddRange((await HoldersAsync(_keepers, post.AgencyId)).Select(keeper => keeper.PersonId));
        // Whoever keeps the account can reach the person with the phone.
        if (cause.Kind == NoticeKind.AwaitingAdmin) people.AddRange((await HoldersAsync([Role.Administrator], post.AgencyId)).Select(keeper => keeper.PersonId));
        if (cause.Kind is NoticeKind.Failed or NoticeKind.NeedsPerson or NoticeKind.AwaitingAdmin or NoticeKind.NotConfirmed or NoticeKind.Preflight or NoticeKind.Overlooked)
        {
            // Whoever gave it its time waits for it too.
            people.AddRange(await db.History.Where(entry => entry.PostId == post.Id && entry.ById != null && (entry.Action == "scheduled" || entry.Action == "publishRequested"))
                .OrderByDescending(entry => entry.Id).Select(entry => entry.ById!.Value).Take(1).ToListAsync(token));
        }

        if (cause is { Kind: NoticeKind.NeedsPerson, Detail: "altered-elsewhere" or "deleted-elsewhere" })
            people.AddRange((await HoldersAsync([Role.Supervisor], post.AgencyId)).Select(holder => holder.PersonId));

        if (cause.Kind == NoticeKind.Remark && cause.Detail?.Split(' ')[0] is { Length: > 1 } thread)
        {
            // Everybody who spoke in the same thread, as its acts are kept.
            people.AddRange(await db.Audit.Where(entry => entry.SubjectId == post.Id && entry.ById != null && entry.Action.StartsWith("remark")
                    && (entry.Detail == thread || entry.Detail!.StartsWith(thread + " ")))
                .Select(entry => entry.ById!.Value).Distinct().ToListAsync(token));
        }

        string[] args = cause.Kind switch
        {
            NoticeKind.Scheduled => [post.Title, Moment(post.PublishAt)],
            NoticeKind.AwaitingAdmin => [post.Title, Moment(post.ConfirmBy)],
            NoticeKind.Failed or NoticeKind.NeedsPerson or NoticeKind.NotConfirmed => [post.Title, cause.Detail ?? post.Trouble?.Code ?? string.Empty, .. post.Trouble?.Args ?? []],
            _ => [post.Title, cause.Detail ?? string.Empty],
        };
        return new(Each(people, cause, post.AgencyId), args);
    }

    private async Task<Telling> OfAccountAsync(NoticeCause cause)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == cause.SubjectId, token);
        return account is null ? Telling.Nobody : new(Each(await HoldersAsync(_keepers, account.AgencyId), cause), [account.Name, cause.Detail ?? string.Empty]);
    }

    // The substitute, and the absent person where somebody else did it; each at an agency he works with.
    private async Task<Telling> OfAbsenceAsync(NoticeCause cause)
    {
        if (await db.Set<Absence>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == cause.SubjectId, token) is not { } absence
            || cause.Kind == NoticeKind.SubstituteNamed && absence.RevokedAt is not null)
        {
            return Telling.Nobody;
        }

        Guid[] people = cause.Kind == NoticeKind.SubstituteNamed ? [absence.SubstituteId] : [absence.SubstituteId, absence.PersonId];
        var homes = await db.RoleGrants.Where(grant => people.Contains(grant.PersonId)).Select(grant => new Listener(grant.PersonId, grant.AgencyId)).ToListAsync(token);
        var name = await db.Users.Where(person => person.Id == absence.PersonId).Select(person => person.Name).SingleAsync(token);
        return new(Each(homes, cause), [name, Day(absence.From), Day(absence.Until)]);
    }

    private async Task<Telling> OfMatrixAsync(NoticeCause cause)
    {
        // Each at the agency where the role is held: the top of the tree is not seen by everybody it concerns.
        var keepers = await db.RoleGrants.Where(grant => _keepers.Contains(grant.Role)).Select(grant => new Listener(grant.PersonId, grant.AgencyId)).ToListAsync(token);
        var waiting = await db.Posts.Where(post => post.Status == PostStatus.Scheduled).Select(post => new { post.AuthorId, post.AgencyId }).Distinct().ToListAsync(token);
        return new(
            [.. keepers.Concat(waiting.Select(row => new Listener(row.AuthorId, row.AgencyId))).Where(listener => listener.PersonId != cause.ById).DistinctBy(listener => listener.PersonId)],
            [string.Empty, cause.Detail ?? string.Empty]);
    }

    // Everybody with a reviewing role in the agency's line, and who stands in for them, is asked by the rule of the step itself. Of a step that ran out, those
    // who may decide it only since then are told that it was offered to them; the others, that its time is over.
    private async Task<List<Listener>> DecidersAsync(Post post, ReviewStep step, bool byEscalation)
    {
        var lineage = await db.AgencyLineage.Where(line => line.AgencyId == post.AgencyId).Select(line => line.AncestorId).ToArrayAsync(token);
        var reviewing = await db.RoleGrants.Where(grant => AbsenceRows.Reviewing.Contains(grant.Role) && lineage.Contains(grant.AgencyId))
            .Select(grant => new { grant.PersonId, Grant = new Grant(grant.Role, grant.AgencyId) }).ToListAsync(token);
        var grants = reviewing.ToLookup(row => row.PersonId, row => row.Grant);
        var substitutions = await db.SubstitutionsAsync(null, BusinessTime.DayOf(now), token);
        return
        [
            .. grants.Select(group => group.Key).Union(substitutions.Select(group => group.Key))
                .Select(person => new Actor(person, string.Empty, [.. grants[person]]) { Substitutions = [.. substitutions[person]] })
                .Where(person => post.ReviewRefusal(person, lineage) is null && (step.EscalatedTo is null || byEscalation != step.WasFor(person, post.AgencyId, lineage)))
                .Select(person => new Listener(person.PersonId, post.AgencyId)),
        ];
    }

    private Task<List<Listener>> HoldersAsync(Role[] roles, Guid agencyId) => db.RoleGrants
        .Where(grant => roles.Contains(grant.Role) && db.AgencyLineage.Any(line => line.AgencyId == agencyId && line.AncestorId == grant.AgencyId))
        .Select(grant => new Listener(grant.PersonId, agencyId)).Distinct().ToListAsync(token);

    private static string Moment(DateTimeOffset? at) => at?.ToString("O", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<Listener> Each(IEnumerable<Listener> people, NoticeCause cause) =>
        [.. people.Where(listener => listener.PersonId != cause.ById).DistinctBy(listener => listener.PersonId)];

    private static List<Listener> Each(IEnumerable<Guid> people, NoticeCause cause, Guid agencyId) =>
        Each(people.Select(person => new Listener(person, agencyId)), cause);
}
