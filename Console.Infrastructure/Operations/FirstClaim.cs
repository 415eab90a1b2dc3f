using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>At start: makes a database that nobody has claimed this installation's own, and mutes one that was turned back to a backup.</summary>
public sealed class FirstClaim(IDbContextFactory<ConsoleDb> factory, EnvironmentIdentity environment, TideMark mark, TimeProvider time)
{
    // The mark is written after the database, now and then: what is younger than this is no proof.
    private static readonly TimeSpan _doubt = TimeSpan.FromMinutes(2);

    /// <summary>Claims if nobody has; answers whether this installation is muted.</summary>
    public async Task<bool> RunAsync(CancellationToken token)
    {
        for (; ;)
        {
            await using var db = await factory.CreateDbContextAsync(token);
            var matrix = await db.Matrix.SingleAsync(token);
            if (environment.Value is not { } identity)
            {
                return matrix.IsMuted(null);
            }

            if (!matrix.ClaimFirst(identity, time.GetUtcNow()))
            {
                if (matrix.IsMuted(identity) || mark.Read() is not { } written || await NewestAsync(db, token) >= written - _doubt)
                {
                    return matrix.IsMuted(identity);
                }

                matrix.NoteTurnedBack();
            }

            try
            {
                await db.SaveChangesAsync(token);
                return matrix.IsMuted(identity);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node starts in the same moment; what it wrote is looked at.
            }
        }
    }

    private static async Task<DateTimeOffset> NewestAsync(ConsoleDb db, CancellationToken token) =>
        await db.Nodes.MaxAsync(node => (DateTimeOffset?)node.SeenAt, token) ?? DateTimeOffset.MinValue;
}
