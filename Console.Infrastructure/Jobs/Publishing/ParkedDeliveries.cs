using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>Deliveries that wait until somebody has set their account right.</summary>
internal static class ParkedDeliveries
{
    /// <summary>Lets them go on after a live test that found nothing wrong; what is too late by then asks a person.</summary>
    public static async Task ResumeAsync(WorkStep step, Guid accountId)
    {
        var waiting = await step.Db.Publications
            .Where(row => row.AccountId == accountId && row.Status == PublicationStatus.Waiting && row.NextAttemptAt == null).ToListAsync(step.Token);
        foreach (var parked in waiting.Where(row => row.Trouble?.PlatformCode is not null)) parked.Resume(step.Now);
    }
}
