using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>Makes a database that nobody has claimed this installation's own, at start.</summary>
public sealed class FirstClaim(IDbContextFactory<ConsoleDb> factory, EnvironmentIdentity environment, TimeProvider time)
{
    /// <summary>Claims if nobody has; answers whether this installation is muted.</summary>
    public async Task<bool> RunAsync(CancellationToken token)
    {
        for (; ;)
        {
            await using var db = await factory.CreateDbContextAsync(token);
            var matrix = await db.Matrix.SingleAsync(token);
            if (environment.Value is not { } identity || !matrix.ClaimFirst(identity, time.GetUtcNow()))
            {
                return matrix.IsMuted(environment.Value);
            }

            try
            {
                await db.SaveChangesAsync(token);
                return false;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node starts in the same moment; what it claimed is looked at.
            }
        }
    }
}
