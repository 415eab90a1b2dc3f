using GovAccountConsole.Infrastructure;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace GovAccountConsole.Tests.Support;

/// <summary>
/// A database of one test class (<c>IClassFixture&lt;TestDatabase&gt;</c>) with the console's own services on it and a clock the test
/// moves. No worker or listener runs: a test calls what it tests.
/// </summary>
public sealed class TestDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceProvider? _services;

    /// <summary>A Tuesday in office hours, Asia/Shanghai 2026-11-24 09:00, until a test moves it.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));

    public string ConnectionString { get; private set; } = "";

    /// <summary>The services of Console.Infrastructure, bound to this database.</summary>
    public IServiceProvider Services => _services ?? throw new InvalidOperationException("The database is made before the first test of the class.");

    /// <summary>A use case, query or other service.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A context that sees the whole matrix, or only what lies below the given agencies.</summary>
    public async Task<ConsoleDb> OpenAsync(params Guid[] roots)
    {
        var db = await Get<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync();
        db.ScopeRoots = roots.Length > 0 ? roots : await Work.WholeMatrixAsync(db, CancellationToken.None);
        return db;
    }

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await postgres.CreateDatabaseAsync();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddConsoleInfrastructure(ConnectionString);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await postgres.DropAsync(ConnectionString);
    }
}
