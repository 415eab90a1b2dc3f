using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Reviews.Remarks;

/// <summary>Opens a settled remark again.</summary>
public sealed class ReopenRemark(Work work)
{
    /// <summary>Opens a settled remark again; the value is the remark.</summary>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, Guid postId, Guid remarkId, string? text, CancellationToken token) =>
        work.RunAsync(actor, step => step.WithRemarkAsync(postId, remarkId, (remark, voice, revision) => remark.Reopen(voice, text, revision, step.Now)), token);
}
