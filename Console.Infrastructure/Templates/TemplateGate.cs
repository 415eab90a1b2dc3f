using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Templates;

/// <summary>Holds posts to the templates they are written by.</summary>
internal static class TemplateGate
{
    /// <summary>Notes on a post by which template it is written; a key the account cannot use is refused. Null leaves the post as it is.</summary>
    public static async Task<Result> TakeTemplateAsync(this WorkStep step, Post post, Guid agencyId, string? key)
    {
        if (key is null || key == post.TemplateKey)
        {
            return Result.Success;
        }

        var lineage = await step.LineageAsync(agencyId);
        var found = await step.Db.Set<PostTemplate>().SingleOrDefaultAsync(template => template.Key == key && template.RetiredAt == null && lineage.Contains(template.AgencyId), step.Token);
        if (found is null)
        {
            return TemplateErrors.Unknown;
        }

        post.WriteBy(found.Key, found.Current.Number);
        return Result.Success;
    }

    /// <summary>What a text by this template is held to: the version its post was begun with, the newest for one not saved yet; null for a free text.</summary>
    public static async Task<TemplateRule?> TemplateRuleAsync(this ConsoleDb db, string? key, Guid? postId, CancellationToken token)
    {
        if (key is null || await db.Set<PostTemplate>().AsNoTracking().SingleOrDefaultAsync(template => template.Key == key, token) is not { } found)
        {
            return null;
        }

        var number = postId is { } id ? await db.Posts.Where(post => post.Id == id && post.TemplateKey == key).Select(post => post.TemplateVersion).SingleOrDefaultAsync(token) : null;
        return new TemplateRule(found.Name, found.At(number));
    }

    /// <summary>Whether the post tells all its template requires; names everything that is missing.</summary>
    public static async Task<Result> TellsAllAsync(this WorkStep step, Post post, PostContent content)
    {
        if (post.TemplateKey is not { } key || await step.Db.Set<PostTemplate>().SingleOrDefaultAsync(template => template.Key == key, step.Token) is not { } template)
        {
            return Result.Success;
        }

        var missing = TemplateRequirements.Missing(template.At(post.TemplateVersion), content);
        return missing.Count == 0 ? Result.Success : Result.From([.. missing.Select(TemplateErrors.FieldMissing)]);
    }
}
