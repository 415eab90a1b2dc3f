using GovAccountConsole.Infrastructure.Data.Embedded;
using Npgsql;

namespace GovAccountConsole.Web.Startup;

/// <summary>The database the console works with: the server of the connection string, or its own embedded one.</summary>
public static class Database
{
    /// <summary>Name of the connection string; empty starts the embedded server.</summary>
    public const string ConnectionName = "Console";

    private const string SettingsKey = "ConnectionStrings:" + ConnectionName;
    private const string DirectoryKey = "Embedded:DataDirectory";
    private const string DefaultDirectory = ".data/postgres";

    /// <summary>
    /// Has a server ready before anything is registered that needs its address; writes that address to the configuration and
    /// stops an embedded server after everything else has stopped.
    /// </summary>
    /// <param name="builder">The application to be.</param>
    /// <param name="joins">Whether the embedded server of a console that is serving may be used.</param>
    /// <param name="token">Gives up the start.</param>
    /// <exception cref="EmbeddedPostgresException">The embedded server cannot serve; the message says what to do.</exception>
    public static async Task<DatabaseHandle> StartAsync(WebApplicationBuilder builder, bool joins = false, CancellationToken token = default)
    {
        var given = builder.Configuration.GetConnectionString(ConnectionName);
        if (!string.IsNullOrWhiteSpace(given))
            return new DatabaseHandle(Check(given), embedded: null);

        var directory = Resolve(builder.Configuration[DirectoryKey] ?? DefaultDirectory, builder.Environment.ContentRootPath);
        if (joins && await EmbeddedPostgres.JoinAsync(new EmbeddedPostgresOptions(directory), token) is { } running)
            return new DatabaseHandle(running, embedded: null, directory);
        var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(directory), Launch.Say, TimeProvider.System, token);
        builder.Configuration[SettingsKey] = server.ConnectionString;
        var handle = new DatabaseHandle(server.ConnectionString, server, directory);
        // Registered first, so it is told last that the host has stopped.
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<EmbeddedPostgresLifetime>(services, server));
        return handle;
    }

    /// <summary>
    /// A relative folder is meant from the root of a clone (where <c>dotnet run</c> is not), else from the content root.
    /// </summary>
    public static string Resolve(string directory, string contentRoot)
    {
        if (Path.IsPathRooted(directory))
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var root = new DirectoryInfo(contentRoot);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "GovAccountConsole.sln")))
            root = root.Parent;
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory, root?.FullName ?? contentRoot));
    }

    private static string Check(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).ConnectionString;
        }
        catch (ArgumentException failure)
        {
            throw new LaunchRefusedException($"{SettingsKey} is not a PostgreSQL connection string: {failure.Message}", failure);
        }
    }
}
