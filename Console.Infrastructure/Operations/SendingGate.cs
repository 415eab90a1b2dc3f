using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>The last look before anything is sent to the platform: matrix-wide stop and muted installation (docs/decisions/0024).</summary>
internal static class SendingGate
{
    /// <summary>
    /// Whether sending is allowed at this very moment. Holds until the transaction ends: a stop that has answered has outlasted every
    /// transaction that still saw the matrix running.
    /// </summary>
    public static async Task<bool> MaySendAsync(this WorkStep step)
    {
        await step.JoinSendersAsync();
        return await step.WhyNotSendAsync() is null;
    }

    /// <summary>Why nothing is sent; null when sending is allowed.</summary>
    public static async Task<Error?> WhyNotSendAsync(this WorkStep step) =>
        await step.Db.Matrix.AsNoTracking().SingleAsync(step.Token) is var matrix && matrix.IsMuted(step.Environment) ? OperationsErrors.Muted
        : matrix.Stopped ? OperationsErrors.Stopped
        : null;
}
