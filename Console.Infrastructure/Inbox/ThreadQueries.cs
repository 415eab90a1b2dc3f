using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Inbox;

/// <summary>Which conversations a list shows.</summary>
/// <param name="Account">Of this account.</param>
/// <param name="Status">Waiting or answered.</param>
/// <param name="Query">The citizen's OpenID, or words of a message.</param>
public sealed record ThreadFilter(Guid? Account = null, ThreadStatus? Status = null, string? Query = null);

/// <summary>A conversation as lists show it.</summary>
public sealed record ThreadRow(
    Guid Id, Guid AccountId, string AccountName, string OpenId, ThreadStatus Status, DateTimeOffset LastMessageAt, DateTimeOffset? WaitingSince);

/// <summary>A message as shown.</summary>
public sealed record MessageRow(Guid Id, MessageDirection Direction, string Type, string Text, DateTimeOffset At, string? PlatformMsgId);

/// <summary>Reads citizens' conversations where the actor may.</summary>
public sealed class ThreadQueries(Work work)
{
    /// <summary>Conversations, newest begun first; <paramref name="after"/> is the last id of the page before. Forbidden to who may read them nowhere.</summary>
    public Task<Result<Page<ThreadRow>>> ListAsync(Actor actor, ThreadFilter filter, Guid? after, int limit, CancellationToken token) =>
        work.ReadAsync<Result<Page<ThreadRow>>>(actor, async (db, current) =>
        {
            if (!current.CanSomewhere(Permission.ReadThreads))
            {
                return Error.Forbidden;
            }

            db.ScopeRoots = current.RootsWith(Permission.ReadThreads);
            var threads = db.Threads.Where(thread => (after == null || thread.Id < after)
                && (filter.Account == null || thread.AccountId == filter.Account)
                && (filter.Status == null || thread.Status == filter.Status));
            if (!string.IsNullOrWhiteSpace(filter.Query))
            {
                var openId = filter.Query.Trim();
                var pattern = LikePattern.Containing(filter.Query);
                threads = threads.Where(thread => thread.OpenId == openId
                    || db.Messages.Any(message => message.ThreadId == thread.Id && EF.Functions.ILike(message.Text, pattern, LikePattern.Escape)));
            }

            var rows = await threads.OrderByDescending(thread => thread.Id).Take(limit + 1)
                .Select(thread => new ThreadRow(
                    thread.Id, thread.AccountId, db.Accounts.First(account => account.Id == thread.AccountId).Name, thread.OpenId, thread.Status,
                    thread.LastMessageAt, thread.WaitingSince))
                .ToListAsync(token);
            return Cursor.Page(rows, limit, row => Cursor.Of(row.Id));
        }, token);

    /// <summary>Messages of a conversation, newest first; <paramref name="after"/> is the last id of the page before.</summary>
    public Task<Result<Page<MessageRow>>> MessagesAsync(Actor actor, Guid threadId, Guid? after, int limit, CancellationToken token) =>
        work.ReadAsync<Result<Page<MessageRow>>>(actor, async (db, current) =>
        {
            var agency = await db.Threads.Where(thread => thread.Id == threadId).Select(thread => (Guid?)thread.AgencyId).SingleOrDefaultAsync(token);
            if (agency is null)
            {
                return Error.NotFound;
            }

            var lineage = await db.AgencyLineage.Where(line => line.AgencyId == agency).Select(line => line.AncestorId).ToArrayAsync(token);
            if (!current.Can(Permission.ReadThreads, lineage))
            {
                return Error.Forbidden;
            }

            var rows = await db.Messages.Where(message => message.ThreadId == threadId && (after == null || message.Id < after))
                .OrderByDescending(message => message.Id).Take(limit + 1)
                .Select(message => new MessageRow(message.Id, message.Direction, message.Type, message.Text, message.At, message.PlatformMsgId))
                .ToListAsync(token);
            return Cursor.Page(rows, limit, row => Cursor.Of(row.Id));
        }, token);
}
