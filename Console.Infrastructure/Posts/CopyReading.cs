using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Text;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>
/// Reads articles of one post for another. A picture comes along when the people of the agency that will write on can see it too: its own, of a
/// body below, or shared by one above; and the person who copies must see it. Otherwise a colleague could not save the post any more.
/// </summary>
internal static class CopyReading
{
    public static async Task<IReadOnlyList<CopiedArticle>> CopiesAsync(this ConsoleDb db, PostContent content, Guid agencyId, DateTimeOffset at, CancellationToken token)
    {
        var wanted = content.Articles.SelectMany(article => article.Pictures().Concat(article.CoverMediaId is { } cover ? [cover] : [])).Distinct().ToArray();
        var day = BusinessTime.DayOf(at);
        var reach = await db.Media.AsNoTracking()
            .Where(medium => wanted.Contains(medium.Id) && medium.RetiredAt == null
                && (db.AgencyLineage.Any(line => line.AgencyId == medium.AgencyId && line.AncestorId == agencyId)
                    || (medium.Shared && db.AgencyLineage.Any(line => line.AgencyId == agencyId && line.AncestorId == medium.AgencyId))))
            .Select(medium => new { medium.Id, Expired = medium.ExpiresOn != null && medium.ExpiresOn < day })
            .ToDictionaryAsync(medium => medium.Id, medium => medium.Expired, token);
        return [.. content.Articles.Select((article, index) => Copy(article, index + 1, reach))];
    }

    private static CopiedArticle Copy(Article article, int number, Dictionary<Guid, bool> reach)
    {
        var pictures = article.Pictures();
        var lost = pictures.Where(id => !reach.ContainsKey(id)).ToArray();
        var lostCover = article.CoverMediaId is { } cover && !reach.ContainsKey(cover);
        var html = lost.Length == 0
            ? article.ContentHtml
            : ArticleHtml.WithoutImages(article.ContentHtml, source => lost.Any(id => source.EndsWith(id.ToString(), StringComparison.OrdinalIgnoreCase)));
        var kept = pictures.Except(lost).Concat(article.CoverMediaId is { } own && !lostCover ? [own] : []).Distinct();
        return new(number, article with { ContentHtml = html, CoverMediaId = lostCover ? null : article.CoverMediaId }, lost.Length, lostCover, kept.Count(id => reach[id]));
    }
}
