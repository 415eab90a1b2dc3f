using System.Net;
using System.Net.Sockets;
using GovAccountConsole.Infrastructure.Data.Embedded;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace GovAccountConsole.Web.Startup;

/// <summary>Runs the program so that whatever an operator can mend ends in a sentence and exit code 1, not in a stack trace.</summary>
public static class Launch
{
    /// <summary>Prints a line of progress before there is a logger.</summary>
    public static void Say(string line) => Console.WriteLine(line);

    /// <summary>
    /// Looks whether the addresses are free before anything else is started: the web server would find out last, and with a stack trace.
    /// </summary>
    /// <param name="urls">Addresses separated by semicolons, as in ASPNETCORE_URLS.</param>
    /// <param name="setting">Where they were set, for the message.</param>
    /// <exception cref="LaunchRefusedException">Another program listens on one of them.</exception>
    public static void RequireFreePorts(string? urls, string setting = "ASPNETCORE_URLS")
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0)
                continue;
            var host = IPAddress.TryParse(address.Host, out var exact) ? exact
                : string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.Any;
            try
            {
                using var probe = new TcpListener(host, address.Port);
                probe.Start();
            }
            catch (SocketException failure) when (failure.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                throw new LaunchRefusedException(
                    $"{url} is already in use, perhaps by another copy of the console. Stop the program that listens there, or choose another address ({setting}).",
                    failure);
            }
        }
    }

    /// <summary>Runs <paramref name="program"/> and answers with the process's exit code.</summary>
    /// <param name="program">What to run.</param>
    /// <param name="failed">The exit code of such a failure.</param>
    public static async Task<int> GuardAsync(Func<Task<int>> program, int failed = 1)
    {
        try
        {
            return await program();
        }
        catch (Exception failure) when (Explain(failure) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return failed;
        }
    }

    /// <summary>The sentence for a failure the operator can mend; null for a bug.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        EmbeddedPostgresException or LaunchRefusedException => failure.Message,
        IOException { InnerException: AddressInUseException } =>
            $"{failure.Message.TrimEnd('.')}. Stop the program that uses it, or choose another address (ASPNETCORE_URLS).",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } database =>
            $"The database server refuses the user of ConnectionStrings:Console: {database.MessageText}.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } database =>
            $"{database.MessageText}. Create it on the server, or correct ConnectionStrings:Console.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } database =>
            $"The database user of ConnectionStrings:Console may not do this: {database.MessageText}. It must own the console's database.",
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn } =>
            "The database is not of this version of the console. Start the console once, or run the command migrate.",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            "The database server's disk is full. Free some space and start again; nothing committed is lost.",
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } =>
            $"The database server of ConnectionStrings:Console does not answer: {failure.Message.TrimEnd('.')}.",
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };
}
