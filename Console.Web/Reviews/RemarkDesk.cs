using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Reviews.Remarks;

namespace GovAccountConsole.Web.Reviews;

/// <summary>The acts on remarks in one hand, for the two pages that show them.</summary>
public sealed class RemarkDesk(OpenRemark open, ReplyRemark reply, MendRemark mend, SettleRemark settle, ReopenRemark reopen)
{
    /// <summary>Opens a remark.</summary>
    public Task<Result<Guid>> OpenAsync(Actor actor, Guid post, NewRemark wish, CancellationToken token) => open.ExecuteAsync(actor, post, wish, token);

    /// <summary>Does something about a remark.</summary>
    public Task<Result<Guid>> ActAsync(Actor actor, Guid post, Guid remark, RemarkAct act, string? text, CancellationToken token) => act switch
    {
        RemarkAct.Reply => reply.ExecuteAsync(actor, post, remark, text, token),
        RemarkAct.Mend => mend.ExecuteAsync(actor, post, remark, text, token),
        RemarkAct.Settle => settle.ExecuteAsync(actor, post, remark, text, token),
        _ => reopen.ExecuteAsync(actor, post, remark, text, token),
    };
}
