using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Notices;

/// <summary>A notice as read.</summary>
/// <param name="ByName">Who did it; null for the console itself.</param>
/// <param name="Args">Values of the sentence.</param>
public sealed record NoticeRow(
    Guid Id, NoticeKind Kind, string SubjectType, Guid SubjectId, string? ByName, IReadOnlyList<string> Args, DateTimeOffset At, DateTimeOffset? ReadAt);

/// <summary>Reads a person's own notices. What the person may no longer see is not shown and not counted.</summary>
public sealed class NoticeQueries(Work work)
{
    /// <summary>The count goes up to here; more is "99+".</summary>
    public const int MostCounted = 100;

    /// <summary>How many the person has not read, up to <see cref="MostCounted"/>.</summary>
    public Task<int> UnreadAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync(actor, (db, current) => Mine(db, current).Where(notice => notice.ReadAt == null).Take(MostCounted).CountAsync(token), token);

    /// <summary>The person's notices, newest first.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="unread">Only what was not read.</param>
    /// <param name="after">Time and id of the last row of the page before.</param>
    /// <param name="limit">Rows of a page.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Page<NoticeRow>> ListAsync(Actor actor, bool unread, (DateTimeOffset At, Guid Id)? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            var mine = Mine(db, current);
            if (unread)
            {
                mine = mine.Where(notice => notice.ReadAt == null);
            }

            if (after is { } last)
            {
                mine = mine.Where(notice => notice.At < last.At || notice.At == last.At && notice.Id < last.Id);
            }

            var found = await mine.OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id).Take(limit + 1).ToListAsync(token);
            return Cursor.Page(await RowsAsync(db, found, token), limit, row => Cursor.Of(row.At, row.Id));
        }, token);

    /// <summary>The notices of one mail that are still to be told: not read meanwhile, still within scope.</summary>
    internal Task<IReadOnlyList<NoticeRow>> OfMailAsync(Actor actor, Guid mailId, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<NoticeRow>>(actor, async (db, current) => await RowsAsync(
            db, await Mine(db, current).Where(notice => notice.MailId == mailId && notice.ReadAt == null).OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id).ToListAsync(token), token), token);

    /// <summary>What is the actor's, within scope: also the thing itself must still be seen.</summary>
    internal static IQueryable<Notice> Mine(ConsoleDb db, Actor actor) => db.Notices.Where(notice => notice.PersonId == actor.Id
        && (notice.SubjectType != "post" || db.Posts.Any(post => post.Id == notice.SubjectId))
        && (notice.SubjectType != "account" || db.Accounts.Any(account => account.Id == notice.SubjectId)));

    private static async Task<List<NoticeRow>> RowsAsync(ConsoleDb db, List<Notice> notices, CancellationToken token)
    {
        var names = await PostNames.OfPeopleAsync(db, notices.Where(notice => notice.ById != null).Select(notice => notice.ById!.Value), token);
        return notices.ConvertAll(notice => new NoticeRow(
            notice.Id, notice.Kind, notice.SubjectType, notice.SubjectId, notice.ById is { } by ? names.GetValueOrDefault(by)?.Name : null, notice.Args, notice.At, notice.ReadAt));
    }
}
