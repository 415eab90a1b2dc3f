using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Emergencies;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Workbench;

/// <summary>Why something waits for me.</summary>
public enum TaskKind
{
    /// <summary>A review step is mine to decide.</summary>
    Review,

    /// <summary>A post of mine came back with reasons.</summary>
    Returned,

    /// <summary>An approved post has no slot.</summary>
    Slot,

    /// <summary>Nobody knows whether it went out; a person must look.</summary>
    Settle,

    /// <summary>An account waits for approval.</summary>
    ApproveAccount,

    /// <summary>An emergency post went out after one approval and still has to be read.</summary>
    FollowUp,
}

/// <summary>One thing that waits for me.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Post">The post it is about, if it is a post.</param>
/// <param name="Account">The account it is about, if it is an account.</param>
/// <param name="DueAt">By when, where there is a deadline.</param>
/// <param name="Since">Since when it waits.</param>
public sealed record WaitingTask(TaskKind Kind, PostRow? Post, AccountMention? Account, DateTimeOffset? DueAt, DateTimeOffset Since);

/// <summary>An account as mentioned on the workbench.</summary>
public sealed record AccountMention(Guid Id, string Name, Guid AgencyId, string AgencyName, string SectorCode, DateTimeOffset? LastPublishedAt);

/// <summary>An account that comes near the fourteen days without an update, or passed them.</summary>
/// <param name="Account">Which.</param>
/// <param name="SilentDays">Whole Shanghai days since its last post.</param>
/// <param name="NextAt">Its next scheduled post, if any.</param>
public sealed record SilentAccount(AccountMention Account, int SilentDays, DateTimeOffset? NextAt);

/// <summary>An account whose last live test failed somewhere.</summary>
public sealed record TroubledAccount(AccountMention Account, IReadOnlyList<CredentialCheck> Failed);

/// <summary>An account whose citizens wait.</summary>
public sealed record WaitingCitizens(AccountMention Account, int Count, DateTimeOffset OldestSince);

/// <summary>The three columns.</summary>
/// <param name="Waiting">What waits for me, by deadline.</param>
/// <param name="OnAir">Today's slots of the scope, by time.</param>
/// <param name="TroubledPosts">Posts that failed, are unconfirmed, wait for an administrator or missed their slot.</param>
/// <param name="Silent">Accounts near or past the limit of silence.</param>
/// <param name="TroubledAccounts">Accounts whose credentials fail.</param>
/// <param name="Citizens">Accounts whose citizens wait longer than promised.</param>
/// <param name="ActiveAccounts">Accounts of the scope that are active.</param>
public sealed record WorkbenchColumns(
    IReadOnlyList<WaitingTask> Waiting, IReadOnlyList<PostRow> OnAir, IReadOnlyList<PostRow> TroubledPosts, IReadOnlyList<SilentAccount> Silent,
    IReadOnlyList<TroubledAccount> TroubledAccounts, IReadOnlyList<WaitingCitizens> Citizens, int ActiveAccounts);

/// <summary>What needs me now, what goes out today, what is wrong.</summary>
public sealed class WorkbenchQueries(Work work, TimeProvider time)
{
    /// <summary>Silence after which an account fails inspection outright, in days (国办秘函〔2019〕19号).</summary>
    public const int SilenceLimitDays = 14;

    private const int SilenceWarningDays = 10;
    private const int Rows = 20;

    private static readonly PostStatus[] _troubled = [PostStatus.Failed, PostStatus.Unconfirmed, PostStatus.AwaitingAdmin];

    /// <summary>The workbench of a person.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="agency">Narrowed to that agency and below; null = the whole scope.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<WorkbenchColumns> GetAsync(Actor actor, Guid? agency, CancellationToken token) => work.ReadAsync(actor, async (db, current) =>
    {
        var now = time.GetUtcNow();
        var today = BusinessTime.DayOf(now);
        var filter = new PostFilter { Agency = agency, From = BusinessTime.StartOf(today), To = BusinessTime.StartOf(today.AddDays(1)) };
        var onAir = await PostFiltering.Apply(db, filter).Where(post => post.Status != PostStatus.Withdrawn)
            .OrderBy(post => post.CalendarAt).Take(60).Select(PostFiltering.Row).ToListAsync(token);
        var troubled = await PostFiltering.Apply(db, filter with { From = null, To = null })
            .Where(post => _troubled.Contains(post.Status) || post.Status == PostStatus.Scheduled && post.Trouble != null)
            .OrderByDescending(post => post.StatusSince).Take(Rows).Select(PostFiltering.Row).ToListAsync(token);
        var accounts = db.Accounts.Where(account => account.Status == AccountStatus.Active
            && (agency == null || db.AgencyLineage.Any(line => line.AgencyId == account.AgencyId && line.AncestorId == agency)));
        return new WorkbenchColumns(
            await WaitingAsync(db, current, agency, token),
            await PostNames.AddAsync(db, onAir, token),
            await PostNames.AddAsync(db, troubled, token),
            await SilentAsync(db, accounts, now, token),
            await TroubledAccountsAsync(db, accounts, token),
            current.CanSomewhere(Permission.ReadThreads) ? await CitizensAsync(db, accounts, now, token) : [],
            await accounts.CountAsync(token));
    }, token);

    private static async Task<IReadOnlyList<WaitingTask>> WaitingAsync(ConsoleDb db, Actor actor, Guid? agency, CancellationToken token)
    {
        IQueryable<Post> Narrow(IQueryable<Post> posts) =>
            posts.Where(post => agency == null || db.AgencyLineage.Any(line => line.AgencyId == post.AgencyId && line.AncestorId == agency));
        async Task<IEnumerable<WaitingTask>> PostsAsync(TaskKind kind, IQueryable<Post> posts, Func<PostRow, DateTimeOffset?> dueAt)
        {
            var rows = await Narrow(posts).Take(Rows).Select(PostFiltering.Row).ToListAsync(token);
            return (await PostNames.AddAsync(db, rows, token)).Select(row => new WaitingTask(kind, row, null, dueAt(row), row.StatusSince));
        }

        var person = actor.Id;
        var writes = actor.CanSomewhere(Permission.WritePosts);
        var schedulers = RootsOf(actor, Permission.SchedulePosts);
        var reachable = db.Posts.Where(post => db.AgencyLineage.Any(line => line.AgencyId == post.AgencyId && schedulers.Contains(line.AncestorId)));
        var tasks = new List<WaitingTask>();
        tasks.AddRange(await PostsAsync(TaskKind.Review, ReviewQueries.Queue(db, actor).OrderBy(post => post.ReviewDueAt), row => row.ReviewDueAt));
        tasks.AddRange(await PostsAsync(
            TaskKind.Returned, db.Posts.Where(post => post.Status == PostStatus.Returned && post.AuthorId == person).OrderBy(post => post.StatusSince), row => row.PlannedAt));
        tasks.AddRange(await PostsAsync(
            TaskKind.Settle, reachable.Where(post => post.Status == PostStatus.Unconfirmed).OrderBy(post => post.StatusSince), _ => null));
        tasks.AddRange(await PostsAsync(
            TaskKind.Slot,
            reachable.Where(post => post.Status == PostStatus.Approved && (post.AuthorId == person || !writes))
                .OrderBy(post => post.StatusSince),
            row => row.PlannedAt));
        tasks.AddRange(await ApprovalsAsync(db, actor, agency, token));
        tasks.AddRange(await FollowUpsAsync(db, actor, agency, token));
        return [.. tasks.OrderBy(task => task.Kind == TaskKind.Settle ? 0 : 1).ThenBy(task => task.DueAt ?? DateTimeOffset.MaxValue).ThenBy(task => task.Since).Take(Rows)];
    }

    private static async Task<IEnumerable<WaitingTask>> FollowUpsAsync(ConsoleDb db, Actor actor, Guid? agency, CancellationToken token)
    {
        var waiting = await EmergencyQueries.MineAsync(db, actor, token);
        var ids = waiting.Select(row => row.PostId).ToArray();
        var rows = ids.Length == 0 ? [] : await db.Posts
            .Where(post => ids.Contains(post.Id) && (agency == null || db.AgencyLineage.Any(line => line.AgencyId == post.AgencyId && line.AncestorId == agency)))
            .Select(PostFiltering.Row).ToListAsync(token);
        var dues = waiting.ToDictionary(row => row.PostId);
        return (await PostNames.AddAsync(db, rows, token)).Select(row => new WaitingTask(TaskKind.FollowUp, row, null, dues[row.Id].DueAt, dues[row.Id].OpenedAt));
    }

    private static async Task<IEnumerable<WaitingTask>> ApprovalsAsync(ConsoleDb db, Actor actor, Guid? agency, CancellationToken token)
    {
        var approvers = RootsOf(actor, Permission.ApproveAccounts);
        var rows = await db.Accounts
            .Where(account => account.Status == AccountStatus.Verifying && account.CheckedAt != null && account.ApplicantId != actor.Id
                && (agency == null || db.AgencyLineage.Any(line => line.AgencyId == account.AgencyId && line.AncestorId == agency))
                && db.AgencyLineage.Any(line => line.AgencyId == account.AgencyId && approvers.Contains(line.AncestorId)))
            .OrderBy(account => account.CreatedAt).Take(Rows).ToListAsync(token);
        var mentions = await MentionAsync(db, rows, token);
        return rows.Select(account => new WaitingTask(TaskKind.ApproveAccount, null, mentions[account.Id], null, account.CreatedAt));
    }

    private static async Task<IReadOnlyList<SilentAccount>> SilentAsync(ConsoleDb db, IQueryable<OfficialAccount> accounts, DateTimeOffset now, CancellationToken token)
    {
        var warning = BusinessTime.StartOf(BusinessTime.DayOf(now).AddDays(1 - SilenceWarningDays));
        var rows = await accounts.Where(account => (account.LastPublishedAt ?? account.CreatedAt) < warning)
            .OrderBy(account => account.LastPublishedAt ?? account.CreatedAt).Take(Rows).ToListAsync(token);
        var ids = rows.Select(account => account.Id).ToArray();
        var next = await db.Posts.Where(post => ids.Contains(post.AccountId) && post.Status == PostStatus.Scheduled)
            .GroupBy(post => post.AccountId).Select(group => new { group.Key, At = group.Min(post => post.PublishAt) }).ToDictionaryAsync(row => row.Key, row => row.At, token);
        var mentions = await MentionAsync(db, rows, token);
        return
        [
            .. rows.Select(account => new SilentAccount(
                mentions[account.Id],
                BusinessTime.DayOf(now).DayNumber - BusinessTime.DayOf(account.LastPublishedAt ?? account.CreatedAt).DayNumber,
                next.GetValueOrDefault(account.Id))),
        ];
    }

    private static async Task<IReadOnlyList<TroubledAccount>> TroubledAccountsAsync(ConsoleDb db, IQueryable<OfficialAccount> accounts, CancellationToken token)
    {
        var rows = await accounts.Where(account => account.HasFailedCheck).OrderBy(account => account.Id).Take(Rows).ToListAsync(token);
        var mentions = await MentionAsync(db, rows, token);
        return [.. rows.Select(account => new TroubledAccount(mentions[account.Id], [.. account.Checks.Where(check => check.Ok == false)]))];
    }

    private static async Task<IReadOnlyList<WaitingCitizens>> CitizensAsync(ConsoleDb db, IQueryable<OfficialAccount> accounts, DateTimeOffset now, CancellationToken token)
    {
        var promised = now.AddDays(-2);
        var waiting = await db.Threads.Where(thread => thread.Status == ThreadStatus.Waiting && thread.WaitingSince < promised && accounts.Any(account => account.Id == thread.AccountId))
            .GroupBy(thread => thread.AccountId)
            .Select(group => new { AccountId = group.Key, Count = group.Count(), Oldest = group.Min(thread => thread.WaitingSince) })
            .OrderBy(row => row.Oldest).Take(Rows).ToListAsync(token);
        var ids = waiting.Select(row => row.AccountId).ToArray();
        var mentions = await MentionAsync(db, await db.Accounts.Where(account => ids.Contains(account.Id)).ToListAsync(token), token);
        return [.. waiting.Select(row => new WaitingCitizens(mentions[row.AccountId], row.Count, row.Oldest!.Value))];
    }

    private static async Task<Dictionary<Guid, AccountMention>> MentionAsync(ConsoleDb db, IReadOnlyList<OfficialAccount> accounts, CancellationToken token)
    {
        var ids = accounts.Select(account => account.AgencyId).Distinct().ToArray();
        var agencies = await db.Agencies.Where(agency => ids.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, token);
        return accounts.ToDictionary(account => account.Id, account => new AccountMention(
            account.Id, account.Name, account.AgencyId, agencies[account.AgencyId].Name, agencies[account.AgencyId].SectorCode, account.LastPublishedAt));
    }

    private static Guid[] RootsOf(Actor actor, Permission permission) =>
        [.. actor.Grants.Where(grant => PermissionTable.Allows(grant.Role, permission)).Select(grant => grant.AgencyId)];
}
