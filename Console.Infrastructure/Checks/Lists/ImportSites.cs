using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>Takes a file into the list of official sites: every bad cell is named before anything is written, and the whole file makes one version.</summary>
public sealed class ImportSites(Work work)
{
    private static readonly SiteTable _table = new();

    /// <summary>Looks at a file, or takes it in.</summary>
    /// <param name="actor">Who maintains the rules.</param>
    /// <param name="fileName">Its ending tells the form: .xlsx or .csv.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="mode">Only look, merge, or replace the list.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Result<ListOutcome>> ExecuteAsync(Actor actor, string fileName, byte[] bytes, ListImportMode mode, CancellationToken token) =>
        work.RunAsync<ListOutcome>(actor, async step =>
        {
            var open = await step.OpenListAsync(RuleListKind.Sites);
            if (!open.Succeeded)
            {
                return Result<ListOutcome>.Refuse(open.Errors);
            }

            var read = _table.Read(fileName, bytes);
            if (!read.Succeeded)
            {
                return Result<ListOutcome>.Refuse(read.Errors);
            }

            var (rules, rejected) = read.Value;
            var list = open.Value.List;
            var present = await step.Db.Set<SiteEntry>().Where(row => row.EndedVersion == null).ToListAsync(step.Token);
            var merge = ListMerge<SiteRule, SiteEntry>.Of(present, rules, entry => entry.ToRule(), _table.KeyOf, mode == ListImportMode.Replace);
            if (present.Count + merge.Begin.Count - merge.End.Count > CheckErrors.ListLimit)
            {
                return CheckErrors.ListFull;
            }

            var writes = mode != ListImportMode.Preview && rejected.Count == 0 && merge.Begin.Count + merge.End.Count > 0;
            if (writes)
            {
                step.Advance(open.Value, fileName, merge.Begin.Count, merge.End.Count);
                foreach (var entry in merge.End)
                {
                    entry.End(list.Number);
                }

                // What ends must have ended before what begins may have its words.
                await step.Db.SaveChangesAsync(step.Token);
                step.Db.AddRange(merge.Begin.Select(rule => new SiteEntry(rule, list.Number)));
            }

            return new ListOutcome(list.Number, merge.Added, merge.Changed, merge.Unchanged, merge.Removed, rejected, writes, present.Count);
        }, token);
}
