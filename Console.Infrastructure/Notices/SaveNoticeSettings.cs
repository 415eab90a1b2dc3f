using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Notices;

/// <summary>Keeps how a person wants to be told; what was told or planned before stays as it is.</summary>
public sealed class SaveNoticeSettings(Work work)
{
    /// <summary>Saves one's own.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="choices">Per kind; kinds left out follow the default.</param>
    /// <param name="quiet">When no mail comes but alarms.</param>
    /// <param name="digestHour">Hour of the daily mail, 0 to 23.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Result<NoticeSettings>> ExecuteAsync(
        Actor actor, IReadOnlyDictionary<NoticeKind, NoticeDelivery> choices, QuietHours quiet, int digestHour, CancellationToken token) => work.RunAsync<NoticeSettings>(actor, async step =>
    {
        var person = step.Actor.PersonId;
        var settings = await step.Db.NoticeSettings.SingleOrDefaultAsync(row => row.Id == person, step.Token);
        if (settings is null)
        {
            settings = new NoticeSettings(person);
            step.Db.NoticeSettings.Add(settings);
        }

        var chosen = settings.Choose(choices, quiet, digestHour);
        return chosen.Succeeded ? settings : Result<NoticeSettings>.Refuse(chosen.Errors);
    }, token);
}
