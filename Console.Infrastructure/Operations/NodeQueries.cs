using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>A running copy of the console.</summary>
/// <param name="Name">Name of its machine.</param>
/// <param name="Version">Of the console.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="SeenAt">When it last said that it lives, UTC.</param>
/// <param name="Alive">Whether that was just now.</param>
/// <param name="Muted">Whether it sends nothing, because the database belongs to another installation.</param>
/// <param name="Lanes">How its lanes do.</param>
public sealed record NodeView(string Name, string Version, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool Alive, bool Muted, IReadOnlyList<LaneBeat> Lanes);

/// <summary>Reads which copies of the console run and how their lanes do.</summary>
public sealed class NodeQueries(Work work, TimeProvider time)
{
    /// <summary>A node that said nothing for so long is taken for gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    private const int Most = 20;
    private static readonly TimeSpan _shown = TimeSpan.FromHours(1);

    /// <summary>Nodes seen within the last hour, the youngest sign of life first; nothing for those who neither operate nor audit.</summary>
    public Task<IReadOnlyList<NodeView>> ListAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<NodeView>>(actor, async (db, current) =>
        {
            if (!current.CanSomewhere(Permission.OperateMatrix) && !current.CanSomewhere(Permission.ReadAudit))
            {
                return [];
            }

            var now = time.GetUtcNow();
            var matrix = await db.Matrix.SingleAsync(token);
            var since = now - _shown;
            var nodes = await db.Nodes.Where(node => node.SeenAt >= since).OrderByDescending(node => node.SeenAt).Take(Most).ToListAsync(token);
            return [.. nodes.Select(node => new NodeView(
                node.Name, node.Version, node.StartedAt, node.SeenAt, now - node.SeenAt <= Silence, matrix.IsMuted(node.EnvironmentId), node.Lanes))];
        }, token);
}
