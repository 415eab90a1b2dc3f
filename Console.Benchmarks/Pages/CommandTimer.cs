using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GovAccountConsole.Benchmarks.Pages;

/// <summary>Adds up what one operation spends in the database: from sending a command until its last row is read.</summary>
public sealed class CommandTimer : DbCommandInterceptor
{
    private readonly AsyncLocal<Spent?> _current = new();

    /// <summary>Starts counting for what the calling code awaits from here on.</summary>
    public Spent Begin() => _current.Value = new Spent();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Open(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Open(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        _current.Value?.Close();
        return result;
    }

    private void Open(DbCommand command) => _current.Value?.Open(command);

    /// <summary>What one operation spent.</summary>
    public sealed class Spent
    {
        private readonly List<(string Sql, DbParameter[] Parameters, double Milliseconds)> _commands = [];
        private (string Sql, DbParameter[] Parameters) _open;
        private long _since;

        /// <summary>All commands with their time.</summary>
        public IReadOnlyList<(string Sql, DbParameter[] Parameters, double Milliseconds)> Commands => _commands;

        /// <summary>Milliseconds in the database.</summary>
        public double Milliseconds => _commands.Sum(command => command.Milliseconds);

        internal void Open(DbCommand command)
        {
            _open = (command.CommandText, [.. command.Parameters.Cast<ICloneable>().Select(parameter => (DbParameter)parameter.Clone())]);
            _since = Stopwatch.GetTimestamp();
        }

        internal void Close() => _commands.Add((_open.Sql, _open.Parameters, Stopwatch.GetElapsedTime(_since).TotalMilliseconds));
    }
}
