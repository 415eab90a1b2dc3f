using System.Linq.Expressions;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Filters and the list projection of posts.</summary>
internal static class PostFiltering
{
    /// <summary>What a list shows, straight from the row; names are added for the page only.</summary>
    public static readonly Expression<Func<Post, PostRow>> Row = post => new PostRow(
        post.Id, post.AccountId, post.AgencyId, post.Title, post.ArticleCount, post.CoverMediaId, post.Channel, post.Status, post.StatusSince,
        post.ReviewStep, post.ReviewSteps, post.ReviewRole, post.ReviewDueAt, post.AuthorId, post.RevisionNumber,
        post.PlannedAt, post.PublishAt, post.PublishedAt, post.CalendarAt, post.CreatedAt, post.UpdatedAt, post.Trouble, post.Version)
    {
        Window = TimeWindow.Of(post.NotBefore, post.NotAfter),
        TemplateKey = post.TemplateKey,
        ReviewEscalatedTo = post.ReviewEscalatedTo,
        TemplateVersion = post.TemplateVersion,
    };

    /// <summary>The same for a post already loaded. Made once: compiling an expression costs milliseconds, and every open post asks.</summary>
    public static readonly Func<Post, PostRow> ToRow = Row.Compile();

    public static IQueryable<Post> Apply(ConsoleDb db, PostFilter filter)
    {
        IQueryable<Post> posts = db.Posts;
        if (filter.Agency is { } agency)
        {
            posts = posts.Where(post => db.AgencyLineage.Any(line => line.AgencyId == post.AgencyId && line.AncestorId == agency));
        }

        if (filter.Account is { } account)
        {
            posts = posts.Where(post => post.AccountId == account);
        }

        if (filter.Statuses is [var only])
        {
            posts = posts.Where(post => post.Status == only);
        }
        else if (filter.Statuses.Count > 0)
        {
            posts = posts.Where(post => filter.Statuses.Contains(post.Status));
        }

        if (filter.Channel is { } channel)
        {
            posts = posts.Where(post => post.Channel == channel);
        }

        if (filter.Sectors.Count > 0)
        {
            posts = posts.Where(post => db.Agencies.Any(row => row.Id == post.AgencyId && filter.Sectors.Contains(row.SectorCode)));
        }

        if (filter.Author is { } author)
        {
            posts = posts.Where(post => post.AuthorId == author);
        }

        if (filter.From is { } from)
        {
            posts = posts.Where(post => post.CalendarAt >= from);
        }

        if (filter.To is { } to)
        {
            posts = posts.Where(post => post.CalendarAt < to);
        }

        return string.IsNullOrWhiteSpace(filter.Query) ? posts : Search(posts, filter.Query.Trim());
    }

    private static IQueryable<Post> Search(IQueryable<Post> posts, string query)
    {
        var terms = SearchTerms.ForQuery(query);
        return terms.Length > 0
            ? posts.Where(post => terms.All(term => post.SearchTerms.Contains(term)))
            : posts.Where(post => EF.Functions.ILike(post.Title, Containing(query), "\\"));
    }

    /// <summary>A LIKE pattern that finds the text anywhere, taken literally.</summary>
    public static string Containing(string text) => "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
