using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Loads a picture for those who look after it.</summary>
internal static class MediumLoading
{
    /// <summary>Absent, out of scope or retired: NotFound; then the role; then the version.</summary>
    public static async Task<Result<Medium>> KeptAsync(this WorkStep step, Guid id, uint? version)
    {
        if (await step.Db.Media.SingleOrDefaultAsync(row => row.Id == id && row.RetiredAt == null, step.Token) is not { } medium)
        {
            return Error.NotFound;
        }

        if (!LibraryRights.MayKeep(step.Actor, await step.LineageAsync(medium.AgencyId)))
        {
            return Error.Forbidden;
        }

        return version is not null && version != medium.Version ? Error.Stale : medium;
    }
}
