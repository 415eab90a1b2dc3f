using GovAccountConsole.Infrastructure.Data.Embedded;

namespace GovAccountConsole.Web.Startup;

/// <summary>The database in use. Disposing it stops an embedded server, also when the host never came to run.</summary>
public sealed class DatabaseHandle(string connectionString, EmbeddedPostgres? embedded, string? directory = null) : IAsyncDisposable
{
    /// <summary>How to reach the console's database.</summary>
    public string ConnectionString { get; } = connectionString;

    /// <summary>Where an embedded server keeps its data; null with a server of somebody else.</summary>
    public string? Directory { get; } = directory;

    /// <summary>True when the console runs its own server.</summary>
    public bool IsEmbedded => embedded is not null;

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
