using System.Globalization;
using System.Text;

namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>
/// Holds a data folder for this copy of the console. The lock is the operating system's and ends with the process however it ends,
/// so nothing stale can be left behind; the process id inside is only for the message.
/// </summary>
internal sealed class ClusterLock : IDisposable
{
    // EWOULDBLOCK, which the runtime passes through: somebody holds the lock. 11 on Linux, 35 on macOS.
    private const int HeldOnLinux = 11;
    private const int HeldOnMac = 35;

    private readonly FileStream _file;

    private ClusterLock(FileStream file) => _file = file;

    public static async Task<ClusterLock> TakeAsync(string dataDirectory, CancellationToken token)
    {
        var path = dataDirectory + ".lock";
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new ClusterLock(file);
        }
        catch (IOException failure) when (failure.HResult is HeldOnLinux or HeldOnMac)
        {
            // Opened by the runtime it would be refused for the same reason.
            var owner = await ChildCommand.RunAsync("cat", [path], token);
            throw new EmbeddedPostgresException(
                $"Another copy of the console (process {owner.Output.Trim()}) already uses the data folder {dataDirectory}. " +
                "Stop that copy, or give this one its own folder (Embedded__DataDirectory) and port (ASPNETCORE_URLS), " +
                "or let both share one server (ConnectionStrings__Console).",
                failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DiskTrouble.Explain(path, failure);
        }
    }

    public void Dispose() => _file.Dispose();
}
