using System.Data.Common;
using Npgsql;

namespace GovAccountConsole.Benchmarks.Pages;

/// <summary>Prints the plan of the slowest command of an operation.</summary>
internal static class Explanation
{
    public static async Task PrintAsync(string connectionString, CommandTimer.Spent spent, CancellationToken token)
    {
        foreach (var (sql, parameters, milliseconds) in spent.Commands.OrderByDescending(command => command.Milliseconds).Take(2))
        {
            Console.WriteLine($"--- {milliseconds:0.0} ms\n{sql}");
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(token);
            await using var command = new NpgsqlCommand("explain (analyze, buffers) " + sql, connection);
            foreach (DbParameter parameter in parameters)
                command.Parameters.Add(((NpgsqlParameter)parameter).Clone());
            await using var reader = await command.ExecuteReaderAsync(token);
            while (await reader.ReadAsync(token))
                Console.WriteLine(reader.GetString(0));
        }
    }
}
