using System.Globalization;

namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>Makes a data folder free of a server that an earlier run left behind.</summary>
internal static class Postmaster
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A dead server's postmaster.pid is left to PostgreSQL, which removes it after checks of its own. A living server (its console was
    /// killed) is asked to stop, patiently. A file whose number now belongs to another program, or to a dead process nobody
    /// collected, is removed, because PostgreSQL would refuse to start over it. The caller holds the folder's lock.
    /// </summary>
    public static async Task ClearAsync(string dataDirectory, TimeProvider time, CancellationToken token)
    {
        var file = Path.Combine(dataDirectory, "postmaster.pid");
        if (Read(file) is not { } processId || !Exists(processId))
            return;

        if (Runs(processId) && await ServesAsync(processId, dataDirectory, token) && !await StopAsync(processId, time, token))
        {
            throw new EmbeddedPostgresException(
                $"A PostgreSQL server (process {processId}) left over from an earlier run still uses {dataDirectory} and does not stop. " +
                $"Stop it (kill -INT {processId}) and start the console again.");
        }

        File.Delete(file);
    }

    private static async Task<bool> StopAsync(int processId, TimeProvider time, CancellationToken token)
    {
        Signals.SendInterrupt(processId);
        var started = time.GetTimestamp();
        while (Runs(processId))
        {
            if (time.GetElapsedTime(started) > Patience)
                return false;
            await Task.Delay(Pause, time, token);
        }

        return true;
    }

    private static bool Exists(int processId)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>True for a process that exists and is more than an entry nobody collected (Linux state Z).</summary>
    private static bool Runs(int processId)
    {
        if (!OperatingSystem.IsLinux())
            return Exists(processId);
        try
        {
            // "pid (name) state …", and the name may hold anything.
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            return stat[(stat.LastIndexOf(')') + 2)..] is not ['Z' or 'X', ..];
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int? Read(string file)
    {
        try
        {
            return int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task<bool> ServesAsync(int processId, string dataDirectory, CancellationToken token)
    {
        var id = processId.ToString(CultureInfo.InvariantCulture);
        if (OperatingSystem.IsLinux())
        {
            // The server's working folder is its data folder; comparing device and inode sees through links and mounts.
            var same = await ChildCommand.RunAsync("stat", ["-L", "-c", "%d:%i", $"/proc/{id}/cwd", dataDirectory], token);
            var lines = same.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (lines.Length == 2)
                return lines[0] == lines[1];
        }

        var name = await ChildCommand.RunAsync("ps", ["-p", id, "-o", "comm="], token);
        return name.Output.Contains("postgres", StringComparison.Ordinal);
    }
}
