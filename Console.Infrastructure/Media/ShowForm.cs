using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Gives a picture in the form in which it goes to the platform; made and kept with the first look where there is none.</summary>
public sealed class ShowForm(Work work)
{
    /// <summary>The very bytes that are sent.</summary>
    public Task<Result<MediaFile>> ExecuteAsync(Actor actor, Guid id, UploadPurpose purpose, CancellationToken token) =>
        work.RunAsync<MediaFile>(actor, async step =>
        {
            if (!await step.Db.Media.AnyAsync(medium => medium.Id == id, step.Token) || await PlatformForms.KeepAsync(step.Db, id, purpose, step.Token) is null)
            {
                return Error.NotFound;
            }

            return await PlatformForms.FileAsync(step.Db, id, purpose, step.Token) is { } file ? file : Error.NotFound;
        }, token);
}
