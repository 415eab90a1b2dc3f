using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Notices;

/// <summary>Marks all of one's own notices as read.</summary>
public sealed class ReadAllNotices(Work work)
{
    /// <summary>Marks them; answers how many there were.</summary>
    public Task<Result<int>> ExecuteAsync(Actor actor, CancellationToken token) => work.RunAsync<int>(actor, async step =>
    {
        var person = step.Actor.PersonId;
        var count = await step.Db.Notices.Where(notice => notice.PersonId == person && notice.ReadAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(notice => notice.ReadAt, step.Now), step.Token);
        if (count > 0)
        {
            step.Signal(new Change(ChangeKind.Notices, person, Guid.Empty));
        }

        return count;
    }, token);
}
