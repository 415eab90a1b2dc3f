using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Architecture.BadSamples;

/// <summary>Breaks rules 2, 3 and 4: not sealed, no actor, a second public method, state, the context itself, acting as the system, past the filter.</summary>
public class BadUseCase(Work work, IDbContextFactory<ConsoleDb> factory)
{
    private int _calls;

    public int Calls => _calls;

    public async Task ExecuteAsync(Guid postId)
    {
        _calls++;
        await using var db = await factory.CreateDbContextAsync();
        await db.Posts.IgnoreQueryFilters().CountAsync(post => post.Id == postId);
        await work.AsSystemAsync<bool>("nobody", _ => Task.FromResult<Result<bool>>(true), CancellationToken.None);
    }
}

/// <summary>Breaks rule 3 by its state alone.</summary>
public sealed class BadStatefulUseCase
{
    private int _calls;

    public Task<int> ExecuteAsync(Actor actor, CancellationToken token) => Task.FromResult(actor.Name.Length + ++_calls);
}
