using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>A picture whose licence ran out is not handed to review and not sent.</summary>
internal static class ExpiredPictures
{
    private const int MostNames = 3;

    /// <summary>The refusal when a picture of the revision may no longer be shown at <paramref name="at"/>; null when all may.</summary>
    public static async Task<Error?> ExpiredPicturesAsync(this WorkStep step, Revision revision, DateTimeOffset at)
    {
        var ids = revision.Content.Media.Select(print => print.Id).ToArray();
        var day = BusinessTime.DayOf(at);
        var expired = await step.Db.Media.Where(medium => ids.Contains(medium.Id) && medium.ExpiresOn != null && medium.ExpiresOn < day)
            .OrderBy(medium => medium.ExpiresOn).Select(medium => new { medium.FileName, medium.Alt, Last = medium.ExpiresOn!.Value }).ToListAsync(step.Token);
        return expired.Count == 0 ? null : MediaErrors.Expired(
            string.Join('、', expired.Take(MostNames).Select(medium => medium.Alt.Length > 0 ? medium.Alt : medium.FileName)), expired[0].Last);
    }
}
