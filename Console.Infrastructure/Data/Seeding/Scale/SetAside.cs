using Npgsql;

namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>
/// Takes the indexes and foreign keys of tables away for a bulk load and makes them again, many times faster than keeping them up row by row. What was
/// taken is written down in the database first, so an interrupted load is noticed.
/// </summary>
internal sealed class SetAside(NpgsqlConnection connection)
{
    private const string Notes = "load_test_set_aside";

    /// <summary>Whether an earlier load was cut short.</summary>
    public async Task<bool> IsPendingAsync(CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"select to_regclass('{Notes}') is not null", connection);
        return (bool)(await command.ExecuteScalarAsync(token))!;
    }

    public async Task TakeAsync(IEnumerable<string> tables, CancellationToken token)
    {
        await using var transaction = await connection.BeginTransactionAsync(token);
        await RunAsync($"create table {Notes} (position int generated always as identity, kind text not null, definition text not null, removal text not null)", token);
        var names = tables.ToArray();
        await using (var keys = new NpgsqlCommand(
            $"""
            insert into {Notes} (kind, definition, removal)
            select 'key',
              format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)),
              format('alter table %s drop constraint %I', conrelid::regclass, conname)
            from pg_constraint where contype = 'f' and conrelid = any(select to_regclass(name) from unnest($1) name)
            order by conname
            """,
            connection))
        {
            keys.Parameters.Add(new() { Value = names });
            await keys.ExecuteNonQueryAsync(token);
        }

        await using (var indexes = new NpgsqlCommand(
            $"""
            insert into {Notes} (kind, definition, removal)
            select case when am.amname = 'gin' then 'slow index' else 'index' end, pg_get_indexdef(indexrelid), format('drop index %s', indexrelid::regclass)
            from pg_index join pg_class on pg_class.oid = indexrelid join pg_am am on am.oid = relam
            where indrelid = any(select to_regclass(name) from unnest($1) name)
              and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
            order by indexrelid
            """,
            connection))
        {
            indexes.Parameters.Add(new() { Value = names });
            await indexes.ExecuteNonQueryAsync(token);
        }

        foreach (var (_, _, removal) in await ReadAsync(token))
            await RunAsync(removal, token);
        await transaction.CommitAsync(token);
    }

    /// <summary>Makes everything again: the slow index on one connection while another makes the rest, then the keys.</summary>
    public async Task ReturnAsync(Func<Task<NpgsqlConnection>> connect, Action<string> progress, CancellationToken token)
    {
        var all = await ReadAsync(token);
        var done = 0;
        var count = all.Count(item => item.Kind != "key");
        await Task.WhenAll(IndexesAsync("slow index"), IndexesAsync("index"));
        progress($"indexes: {count}; checking {all.Count - count} foreign keys");
        foreach (var (_, definition, _) in all.Where(item => item.Kind == "key"))
            await RunAsync(definition, token);
        await RunAsync($"drop table {Notes}", token);

        async Task IndexesAsync(string kind)
        {
            await using var own = await connect();
            foreach (var (_, definition, _) in all.Where(item => item.Kind == kind))
            {
                await using var command = new NpgsqlCommand(definition, own) { CommandTimeout = 0 };
                await command.ExecuteNonQueryAsync(token);
                progress($"index {Interlocked.Increment(ref done)} of {count}");
            }
        }
    }

    private async Task<List<(string Kind, string Definition, string Removal)>> ReadAsync(CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"select kind, definition, removal from {Notes} order by position", connection);
        await using var reader = await command.ExecuteReaderAsync(token);
        List<(string, string, string)> items = [];
        while (await reader.ReadAsync(token))
            items.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return items;
    }

    private async Task RunAsync(string sql, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(token);
    }
}
