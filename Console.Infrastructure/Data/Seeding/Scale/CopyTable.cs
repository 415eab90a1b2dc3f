using Npgsql;
using NpgsqlTypes;

namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>One table being filled by binary COPY; every row must write every named column in order.</summary>
internal sealed class CopyTable : IAsyncDisposable
{
    private readonly NpgsqlBinaryImporter _importer;

    private CopyTable(NpgsqlBinaryImporter importer) => _importer = importer;

    public static async Task<CopyTable> OpenAsync(NpgsqlConnection connection, string table, string columns, CancellationToken token)
    {
        var importer = await connection.BeginBinaryImportAsync($"copy {table} ({columns}) from stdin (format binary)", token);
        importer.Timeout = TimeSpan.FromMinutes(10);
        return new CopyTable(importer);
    }

    // The synchronous calls only fill a buffer; it is flushed a few thousand times in all.
    public void Begin() => _importer.StartRow();

    public void Id(Guid value) => _importer.Write(value, NpgsqlDbType.Uuid);

    public void Id(Guid? value) => OrNull(value, NpgsqlDbType.Uuid);

    public void Text(string? value)
    {
        if (value is null)
            _importer.WriteNull();
        else
            _importer.Write(value, NpgsqlDbType.Text);
    }

    public void Word(Enum? value) => Text(value?.ToString());

    public void Texts(string[] value) => _importer.Write(value, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public void Json(string value) => _importer.Write(value, NpgsqlDbType.Jsonb);

    public void Number(int value) => _importer.Write(value, NpgsqlDbType.Integer);

    public void Number(int? value) => OrNull(value, NpgsqlDbType.Integer);

    public void Flag(bool value) => _importer.Write(value, NpgsqlDbType.Boolean);

    public void Time(DateTimeOffset value) => _importer.Write(value.UtcDateTime, NpgsqlDbType.TimestampTz);

    public void Time(DateTimeOffset? value) => OrNull(value?.UtcDateTime, NpgsqlDbType.TimestampTz);

    public void Span(TimeSpan value) => _importer.Write(value, NpgsqlDbType.Interval);

    public async Task CompleteAsync(CancellationToken token) => await _importer.CompleteAsync(token);

    public ValueTask DisposeAsync() => _importer.DisposeAsync();

    private void OrNull<T>(T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } given)
            _importer.Write(given, type);
        else
            _importer.WriteNull();
    }
}
