using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>A list opened for a change.</summary>
/// <param name="List">The list; two who change it at once are told apart by its version.</param>
/// <param name="Top">The top of the tree, in whose scope the audit entry lies.</param>
internal sealed record OpenList(RuleList List, Guid Top);

/// <summary>What every change of a list does first and last.</summary>
internal static class RuleListStep
{
    /// <summary>Opens a list for who maintains the rules of the whole matrix; a district's supervisor does not change the city's lists.</summary>
    public static async Task<Result<OpenList>> OpenListAsync(this WorkStep step, RuleListKind kind)
    {
        var top = await step.Db.Agencies.Where(agency => agency.ParentId == null).Select(agency => (Guid?)agency.Id).FirstOrDefaultAsync(step.Token);
        if (top is not { } agency || !await step.CanAsync(Permission.ManageRules, agency))
        {
            return Error.Forbidden;
        }

        var list = await step.Db.Set<RuleList>().SingleOrDefaultAsync(row => row.Kind == kind, step.Token);
        if (list is null)
        {
            list = new RuleList(kind);
            step.Db.Add(list);
        }

        return new OpenList(list, agency);
    }

    /// <summary>Takes down a change and tells whoever writes at this moment.</summary>
    public static void Advance(this WorkStep step, OpenList open, string note, int added, int removed)
    {
        step.Db.Add(open.List.Advance(open.Top, step.Actor.Id, step.Now, note, added, removed));
        step.Signal(new Change(ChangeKind.Rules, Guid.Empty, Guid.Empty));
    }
}
