using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Operations;

namespace GovAccountConsole.Web.Operations;

/// <summary>The acts of the operations page.</summary>
public sealed class OperationsActs(StopMatrix stop, ResumeMatrix resume, ClaimEnvironment claim, AskSecondPerson second, ReleaseHeld release, ReturnHeld back)
{
    /// <inheritdoc cref="StopMatrix"/>
    public Task<Result> StopAsync(Actor actor, string reason, CancellationToken token) => stop.ExecuteAsync(actor, reason, token);

    /// <inheritdoc cref="ResumeMatrix"/>
    public Task<Result> ResumeAsync(Actor actor, string reason, CancellationToken token) => resume.ExecuteAsync(actor, reason, token);

    /// <inheritdoc cref="ClaimEnvironment"/>
    public Task<Result> ClaimAsync(Actor actor, string reason, CancellationToken token) => claim.ExecuteAsync(actor, reason, token);

    /// <inheritdoc cref="AskSecondPerson"/>
    public Task<Result> AskSecondAsync(Actor actor, bool needed, CancellationToken token) => second.ExecuteAsync(actor, needed, token);

    /// <inheritdoc cref="ReleaseHeld"/>
    public Task<Result<IReadOnlyList<Released>>> ReleaseAsync(Actor actor, IReadOnlyList<Guid>? posts, CancellationToken token) => release.ExecuteAsync(actor, posts, token);

    /// <inheritdoc cref="ReturnHeld"/>
    public Task<Result> ReturnAsync(Actor actor, Guid post, CancellationToken token) => back.ExecuteAsync(actor, post, token);
}
