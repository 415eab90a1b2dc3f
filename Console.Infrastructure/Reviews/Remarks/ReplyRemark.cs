using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Reviews.Remarks;

/// <summary>Answers a remark.</summary>
public sealed class ReplyRemark(Work work)
{
    /// <summary>Answers a remark; the value is the remark.</summary>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, Guid postId, Guid remarkId, string? text, CancellationToken token) =>
        work.RunAsync(actor, step => step.WithRemarkAsync(postId, remarkId, (remark, voice, revision) => remark.Reply(voice, text, revision, step.Now)), token);
}
