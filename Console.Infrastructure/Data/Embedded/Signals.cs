using System.Runtime.InteropServices;

namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>Unix signals, which the runtime cannot send. PostgreSQL takes SIGINT as "stop now, cleanly".</summary>
internal static class Signals
{
    private const int Interrupt = 2;

    /// <summary>False when the process is gone or belongs to somebody else.</summary>
    public static bool SendInterrupt(int processId) => Kill(processId, Interrupt) == 0;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
