using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>Takes an entry out of the list of official sites; earlier versions keep it.</summary>
public sealed class RemoveSite(Work work)
{
    /// <summary>Takes it out.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid id, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var open = await step.OpenListAsync(RuleListKind.Sites);
            if (!open.Succeeded)
            {
                return open;
            }

            if (await step.Db.Set<SiteEntry>().SingleOrDefaultAsync(row => row.Id == id && row.EndedVersion == null, step.Token) is not { } entry)
            {
                return Error.NotFound;
            }

            step.Advance(open.Value, $"{entry.Address} {entry.Name}", 0, 1);
            entry.End(open.Value.List.Number);
            return Result.Success;
        }, token);
}
