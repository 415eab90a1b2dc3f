using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Reviews.Remarks;

/// <summary>A writer says that the passage of a remark was changed.</summary>
public sealed class MendRemark(Work work)
{
    /// <summary>A writer says that the passage of a remark was changed; the value is the remark.</summary>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, Guid postId, Guid remarkId, string? text, CancellationToken token) =>
        work.RunAsync(actor, step => step.WithRemarkAsync(postId, remarkId, (remark, voice, revision) => remark.Mend(voice, text, revision, step.Now)), token);
}
