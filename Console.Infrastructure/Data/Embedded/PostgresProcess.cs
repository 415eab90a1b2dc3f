using System.Diagnostics;

namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>
/// The running server. It is started from a thread that lives as long as the server, because Linux ties the parent-death
/// signal to the thread that forked: a pool thread's end would stop the database.
/// </summary>
internal sealed class PostgresProcess
{
    private const int KeptLines = 60;
    private const long LogLimit = 20L << 20;

    private readonly ProcessStartInfo _start;
    private readonly string? _logFile;
    private readonly Queue<string> _lines = new();
    private readonly TaskCompletionSource<int> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _logged;

    private PostgresProcess(ProcessStartInfo start, string? logFile)
    {
        _start = start;
        _logFile = logFile;
    }

    /// <summary>Process id of the postmaster.</summary>
    public int Id { get; private set; }

    /// <summary>Ends with the server's exit code.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>The last lines the server printed.</summary>
    public string Printed
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    public static async Task<PostgresProcess> StartAsync(IReadOnlyList<string> command, string? logFile)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        // Messages are read for their reason, so they must come in English; PG* variables of the shell must not reconfigure our server.
        start.Environment["LC_ALL"] = "C";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);

        var server = new PostgresProcess(start, logFile);
        var thread = new Thread(server.Run) { IsBackground = true, Name = "embedded PostgreSQL" };
        thread.Start();
        server.Id = await server._started.Task;
        return server;
    }

    private void Run()
    {
        try
        {
            if (_logFile is not null && File.Exists(_logFile) && new FileInfo(_logFile).Length > LogLimit)
                File.Delete(_logFile);
            using var process = new Process { StartInfo = _start };
            process.OutputDataReceived += (_, line) => Keep(line.Data);
            process.ErrorDataReceived += (_, line) => Keep(line.Data);
            process.Start();
            process.StandardInput.Close();
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            _started.TrySetResult(process.Id);
            process.WaitForExit();
            _exited.TrySetResult(process.ExitCode);
        }
        catch (Exception failure)
        {
            _started.TrySetException(failure);
            _exited.TrySetException(failure);
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > KeptLines)
                _lines.Dequeue();
            Log(line);
        }
    }

    private void Log(string line)
    {
        if (_logFile is null || _logged > LogLimit)
            return;
        try
        {
            File.AppendAllText(_logFile, line + Environment.NewLine);
            _logged += line.Length;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk must not take the console down on account of a log line; the server itself reports the disk.
            _logged = long.MaxValue;
        }
    }
}
