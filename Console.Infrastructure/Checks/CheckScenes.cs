using GovAccountConsole.Infrastructure.Checks.Links;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Templates;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks;

/// <summary>Gathers what the checks look at, and runs them.</summary>
public sealed class CheckScenes(RuleBooks books, PictureShelf pictures, LinkShelf links)
{
    /// <summary>Looks at articles of a post, or of one not saved yet.</summary>
    /// <param name="db">A context with the scope of whoever asks.</param>
    /// <param name="about">What is looked at.</param>
    /// <param name="now">UTC.</param>
    /// <param name="token">Ends the work early.</param>
    public async Task<CheckReport> LookAsync(ConsoleDb db, CheckSubject about, DateTimeOffset now, CancellationToken token)
    {
        var book = await books.GetAsync(db, token);
        var sector = await db.Accounts.AsNoTracking().Where(account => account.Id == about.AccountId)
            .Select(account => db.Agencies.Where(agency => agency.Id == account.AgencyId).Select(agency => agency.SectorCode).FirstOrDefault()).FirstOrDefaultAsync(token);
        var shown = about.Articles.SelectMany(article => article.CoverMediaId is { } cover ? article.Pictures().Append(cover) : article.Pictures()).Distinct().ToArray();
        var scene = new CheckScene
        {
            Articles = about.Articles,
            Day = BusinessTime.DayOf(about.At ?? now),
            Planned = about.At is not null,
            Profile = book.ProfileOf(sector),
            Words = book.Words,
            Offices = book.Offices,
            Sites = book.Sites,
            Template = await db.TemplateRuleAsync(about.TemplateKey, about.PostId, token),
            IsOurPicture = IsOurs,
            Pictures = await pictures.GetAsync(db, shown, token),
            Links = await links.GetAsync(db, PostChecks.Links(about.Articles), token),
            LinksTried = links.IsOn,
            Dismissals = about.PostId is { } post ? await DismissalsAsync(db, post, token) : new Dictionary<string, DismissalNote>(StringComparer.Ordinal),
        };
        var report = PostChecks.Of(scene, token);
        return report with { Band = await BandAsync(db, about.AccountId, about.PostId, report.MeanSentence, token) };
    }

    private static async Task<Dictionary<string, DismissalNote>> DismissalsAsync(ConsoleDb db, Guid post, CancellationToken token)
    {
        var rows = await db.Set<CheckDismissal>().AsNoTracking().Where(row => row.PostId == post && row.WithdrawnAt == null)
            .Select(row => new { row.Print, row.Id, row.Reason, row.At, By = db.Users.Where(person => person.Id == row.ById).Select(person => person.Name).First() })
            .ToListAsync(token);
        return rows.ToDictionary(row => row.Print, row => new DismissalNote(row.Id, row.Reason, row.By, row.At), StringComparer.Ordinal);
    }

    private static async Task<ReadingBand?> BandAsync(ConsoleDb db, Guid account, Guid? post, double mean, CancellationToken token) =>
        mean <= 0 ? null : ReadingBand.Of(mean, await db.Set<CheckRecord>().AsNoTracking()
            .Where(row => row.AccountId == account && row.PostId != post && row.MeanSentence > 0)
            .OrderByDescending(row => row.At).Take(ReadingBand.Most).Select(row => row.MeanSentence).ToListAsync(token));

    private static bool IsOurs(string address) => address.StartsWith("/media/", StringComparison.Ordinal) && Guid.TryParse(address.AsSpan(7), out _);
}
