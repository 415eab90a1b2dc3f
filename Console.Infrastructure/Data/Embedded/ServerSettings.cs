using System.Globalization;

namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>Settings of the embedded server, given on its command line so that an existing cluster follows the console's version.</summary>
internal static class ServerSettings
{
    /// <summary>Connections the console may hold; the rest of the server's limit is for maintenance.</summary>
    public const int PoolSize = 80;

    private const int Connections = 120;
    private const long SmallestCache = 128L << 20;
    private const long LargestCache = 1L << 30;

    public static IEnumerable<string> For(bool durable)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var cache = durable ? Math.Clamp(memory / 8, SmallestCache, LargestCache) : SmallestCache;
        List<string> settings =
        [
            "listen_addresses=",
            "unix_socket_permissions=0700",
            "timezone=UTC",
            "log_timezone=UTC",
            "lc_messages=C",
            "logging_collector=off",
            "log_destination=stderr",
            string.Create(CultureInfo.InvariantCulture, $"max_connections={Connections}"),
            string.Create(CultureInfo.InvariantCulture, $"shared_buffers={cache >> 20}MB"),
            string.Create(CultureInfo.InvariantCulture, $"effective_cache_size={Math.Max(memory / 2, cache) >> 20}MB"),
            "maintenance_work_mem=256MB",
            "max_wal_size=2GB",
            "wal_compression=on",
            "random_page_cost=1.1",
            // Short questions by many people: compiling a plan or starting helpers costs more than it saves,
            // and helpers need shared memory that small containers do not have.
            "jit=off",
            "max_parallel_workers_per_gather=0",
        ];
        if (!durable)
            settings.AddRange(["fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off"]);
        return settings.SelectMany(setting => (string[])["-c", setting]);
    }
}
