using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Reviews.Remarks;

/// <summary>Settles a remark.</summary>
public sealed class SettleRemark(Work work)
{
    /// <summary>Settles a remark; the value is the remark.</summary>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, Guid postId, Guid remarkId, string? text, CancellationToken token) =>
        work.RunAsync(actor, step => step.WithRemarkAsync(postId, remarkId, (remark, voice, revision) => remark.Settle(voice, text, revision, step.Now)), token);
}
