using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Takes down what people say about a picture: words, rights, expiry, sharing.</summary>
public sealed class DescribeMedium(Work work)
{
    /// <summary>Stores the details.</summary>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, Guid id, MediumDetails details, uint? version, CancellationToken token) =>
        work.RunAsync<Guid>(actor, async step =>
        {
            var found = await step.KeptAsync(id, version);
            if (!found.Succeeded)
            {
                return Result<Guid>.Refuse(found.Errors);
            }

            var described = found.Value.Describe(details, step.Actor.PersonId, step.Now);
            return described.Succeeded ? id : Result<Guid>.Refuse(described.Errors);
        }, token);
}
