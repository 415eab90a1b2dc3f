using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Notices;

/// <summary>Marks one of one's own notices as read.</summary>
public sealed class ReadNotice(Work work)
{
    /// <summary>Marks it; a second time changes nothing. Somebody else's is not found.</summary>
    public Task<Result<Notice>> ExecuteAsync(Actor actor, Guid id, CancellationToken token) => work.RunAsync<Notice>(actor, async step =>
    {
        if (await NoticeQueries.Mine(step.Db, step.Actor).SingleOrDefaultAsync(notice => notice.Id == id, step.Token) is not { } notice)
        {
            return Error.NotFound;
        }

        if (notice.ReadAt is null)
        {
            notice.Read(step.Now);
            step.Signal(new Change(ChangeKind.Notices, notice.PersonId, Guid.Empty));
        }

        return notice;
    }, token);
}
