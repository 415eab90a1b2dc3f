using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Gives the small picture of a medium; one from before there were any is made with the first look and kept.</summary>
public sealed class ShowThumbnail(Work work)
{
    /// <summary>The small JPEG.</summary>
    public Task<Result<MediaFile>> ExecuteAsync(Actor actor, Guid id, CancellationToken token) =>
        work.RunAsync<MediaFile>(actor, async step =>
        {
            var found = await step.Db.Media.Where(medium => medium.Id == id).Select(medium => new { medium.Sha256, medium.Content!.Thumbnail }).SingleOrDefaultAsync(step.Token);
            if (found is null)
            {
                return Error.NotFound;
            }

            if (found.Thumbnail is { } kept)
            {
                return new MediaFile("image/jpeg", found.Sha256, kept);
            }

            var content = await step.Db.Set<MediumContent>().SingleAsync(row => row.MediumId == id, step.Token);
            content.Thumbnail = Thumbnails.Of(content.Bytes);
            return content.Thumbnail is { } made ? new MediaFile("image/jpeg", found.Sha256, made) : Error.NotFound;
        }, token);
}
