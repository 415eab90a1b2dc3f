using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Templates;

namespace GovAccountConsole.Infrastructure.Checks;

/// <summary>
/// The last look before review: what the agency's rule profile makes a must, and nobody has dealt with, holds the post back. What was looked at,
/// by which versions of which lists, is recorded with the revision.
/// </summary>
public sealed class CheckGate(CheckScenes scenes)
{
    /// <summary>Lets a revision pass and records it, or names everything that is still open.</summary>
    public async Task<Result> PassAsync(WorkStep step, Post post, Revision revision)
    {
        var report = await scenes.LookAsync(
            step.Db, new CheckSubject(post.Id, post.AccountId, revision.Content.Articles, post.PublishAt ?? post.PlannedAt) { TemplateKey = post.TemplateKey }, step.Now, step.Token);
        var open = report.Blocking.Select(CheckErrors.Open).ToArray();
        var told = await step.TellsAllAsync(post, revision.Content);
        if (open.Length > 0 || !told.Succeeded)
        {
            return Result.From([.. told.Errors, .. open]);
        }

        step.Db.Add(new CheckRecord(post, report, step.Actor.Id, step.Now));
        return Result.Success;
    }
}
