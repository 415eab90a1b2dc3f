using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Infrastructure.Operations;
using Npgsql;

namespace GovAccountConsole.Web.Startup;

/// <summary>Finds out which installation this is: by configuration (several nodes share it), else by a file beside the data.</summary>
public static class EnvironmentStartup
{
    private const string IdentityKey = "Environment:Identity";
    private const string FileKey = "Environment:IdentityFile";
    private const string DefaultFile = ".data/environment.identity";

    /// <summary>Registers the identity.</summary>
    /// <param name="builder">The application to be.</param>
    /// <param name="database">The database; the file lies beside an embedded one.</param>
    /// <exception cref="LaunchRefusedException">The identity is too long, or the file cannot be made.</exception>
    public static void AddEnvironmentIdentity(this WebApplicationBuilder builder, DatabaseHandle database) =>
        builder.Services.AddSingleton(Find(builder, database)).AddSingleton(new TideMark(IsNamed(builder) ? null : FileOf(builder, database) + ".seen"));

    /// <summary>
    /// Makes the database this installation's if nobody has claimed it: at the first start, and at the first after the upgrade that brought
    /// identities. A start on somebody else's says so and stays muted.
    /// </summary>
    public static async Task ClaimFirstAsync(this WebApplication app, CancellationToken token = default)
    {
        if (app.Services.GetRequiredService<EnvironmentIdentity>().Value is null)
        {
            return;
        }

        if (await app.Services.GetRequiredService<FirstClaim>().RunAsync(token))
        {
            Launch.Say("this database belongs to another installation or was restored: nothing is sent until an administrator claims it on the operations page");
        }
    }

    private static EnvironmentIdentity Find(WebApplicationBuilder builder, DatabaseHandle database)
    {
        if (builder.Configuration[IdentityKey] is { Length: > 0 } named)
        {
            return named.Length <= MatrixState.EnvironmentLimit
                ? new EnvironmentIdentity(named)
                : throw new LaunchRefusedException($"{IdentityKey} may have at most {MatrixState.EnvironmentLimit} characters.");
        }

        var file = FileOf(builder, database);
        try
        {
            return new EnvironmentIdentity(new IdentityFile(file).Identity(database.Directory ?? Address(database.ConnectionString)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new LaunchRefusedException(
                $"The file that tells this installation apart from a copy of its database cannot be kept ({file}): {failure.Message.TrimEnd('.')}. "
                + $"Make its folder writable, name another file ({FileKey}), or give the installation a name of its own ({IdentityKey}); several nodes of one installation share the name.",
                failure);
        }
    }

    private static bool IsNamed(WebApplicationBuilder builder) => builder.Configuration[IdentityKey] is { Length: > 0 };

    private static string FileOf(WebApplicationBuilder builder, DatabaseHandle database) =>
        builder.Configuration[FileKey] is { Length: > 0 } path ? Database.Resolve(path, builder.Environment.ContentRootPath)
        : database.Directory is { } directory ? directory + ".identity"
        : Database.Resolve(DefaultFile, builder.Environment.ContentRootPath);

    private static string Address(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return $"{parts.Host}:{parts.Port}/{parts.Database}";
    }
}
