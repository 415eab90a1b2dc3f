namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>How the embedded server is kept.</summary>
/// <param name="DataDirectory">Folder of the cluster; made when absent. An absolute path.</param>
/// <param name="Durable">False only for tests: the server then does not wait for the disk and loses data in a power cut.</param>
public sealed record EmbeddedPostgresOptions(string DataDirectory, bool Durable = true)
{
    /// <summary>Database made for the console inside the cluster.</summary>
    public string Database { get; init; } = "console";

    /// <summary>How long to wait for the server to answer, crash recovery included.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
