using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>Adds an entry to the list of official sites, or puts another in the place of one; each makes a version of the list.</summary>
public sealed class SaveSite(Work work)
{
    /// <summary>Saves it.</summary>
    /// <param name="actor">Who maintains the rules.</param>
    /// <param name="replaces">The entry it takes the place of; null adds one.</param>
    /// <param name="rule">The entry as typed.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, Guid? replaces, SiteRule rule, CancellationToken token) =>
        work.RunAsync<Guid>(actor, async step =>
        {
            var open = await step.OpenListAsync(RuleListKind.Sites);
            if (!open.Succeeded)
            {
                return Result<Guid>.Refuse(open.Errors);
            }

            rule = rule with { Address = SiteEntry.Tidy(rule.Address) };
            var present = step.Db.Set<SiteEntry>().Where(row => row.EndedVersion == null);
            var old = replaces is { } id ? await present.SingleOrDefaultAsync(row => row.Id == id, step.Token) : null;
            if (replaces is not null && old is null)
            {
                return Error.NotFound;
            }

            var errors = SiteEntry.Check(rule).ToList();
            if (await present.AnyAsync(row => row.Kind == rule.Kind && row.Address == rule.Address && row.Id != replaces, step.Token))
            {
                errors.Add(CheckErrors.EntryTwice with { Field = "address" });
            }

            if (old is null && await present.CountAsync(step.Token) >= CheckErrors.ListLimit)
            {
                errors.Add(CheckErrors.ListFull);
            }

            if (errors.Count > 0)
            {
                return Result<Guid>.Refuse(errors);
            }

            step.Advance(open.Value, $"{rule.Address} {rule.Name}", 1, old is null ? 0 : 1);
            old?.End(open.Value.List.Number);
            // The old one must have ended before the new one may have its words.
            await step.Db.SaveChangesAsync(step.Token);
            var entry = new SiteEntry(rule, open.Value.List.Number);
            step.Db.Add(entry);
            return entry.Id;
        }, token);
}
