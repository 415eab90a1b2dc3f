using System.Security.Cryptography;
using System.Text;

namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>
/// The folder of the server's unix socket: no port to collide with, no password, open to the server's account only.
/// It must be short, a socket's path being limited to 107 bytes (103 on macOS), so it is named by a hash under the temporary folder.
/// </summary>
internal static class SocketFolder
{
    private const int LongestFolder = 80;

    public static string For(string dataDirectory)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.UserName}\n{dataDirectory}")))[..12];
        var temporary = Path.TrimEndingDirectorySeparator(Path.GetTempPath());
        return Path.Combine(temporary.Length + name.Length > LongestFolder ? "/tmp" : temporary, $"console-pg-{name}");
    }

    /// <summary>Makes the folder and refuses one that somebody else put there first.</summary>
    public static async Task PrepareAsync(string folder, ServerAccount? account, CancellationToken token)
    {
        if (OperatingSystem.IsWindows())
            throw new EmbeddedPostgresException("The embedded PostgreSQL runs on Linux and macOS. On Windows name a server in ConnectionStrings__Console.");
        var info = new DirectoryInfo(folder);
        if (info.LinkTarget is not null)
            throw Taken(folder);
        try
        {
            if (!info.Exists)
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var owner = await Ownership.OfAsync(folder, token);
            if (account is not null && owner.UserId is 0)
                await Ownership.GiveAsync(folder, account, token);
            else if (account is not null && owner.UserId != account.UserId)
                throw Taken(folder);
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (UnauthorizedAccessException)
        {
            throw Taken(folder);
        }
        catch (IOException failure)
        {
            throw DiskTrouble.Explain(folder, failure);
        }
    }

    /// <summary>Takes the folder away when the server has left it; one that cannot be removed does no harm.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A killed server leaves its socket behind; the next start uses the folder again.
        }
    }

    private static EmbeddedPostgresException Taken(string folder) => new(
        $"The folder {folder} for PostgreSQL's socket belongs to another user. Remove it, or set TMPDIR to a folder of your own.");
}
