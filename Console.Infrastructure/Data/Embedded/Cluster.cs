using System.Globalization;

namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>The data folder: whose it is, which version made it, and making a new one so that a crash half way leaves nothing behind.</summary>
internal sealed class Cluster
{
    private Cluster(string folder, int? major, ServerAccount? account)
    {
        Folder = folder;
        Major = major;
        Account = account;
    }

    public string Folder { get; }

    /// <summary>PostgreSQL major version that made the cluster; null when there is none yet.</summary>
    public int? Major { get; }

    /// <summary>The account the server must run under; null: ours.</summary>
    public ServerAccount? Account { get; }

    public static async Task<Cluster> OpenAsync(string folder, CancellationToken token)
    {
        if (!Directory.Exists(folder))
            return new Cluster(folder, null, ServerAccount.For(null));

        var owner = await Ownership.OfAsync(folder, token);
        var account = ServerAccount.For(owner.UserId);
        try
        {
            var version = Path.Combine(folder, "PG_VERSION");
            if (File.Exists(version))
            {
                var text = await File.ReadAllTextAsync(version, token);
                return new Cluster(folder, int.Parse(text.Trim().Split('.')[0], CultureInfo.InvariantCulture), account);
            }

            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                throw new EmbeddedPostgresException(
                    $"{folder} is not empty and holds no PostgreSQL cluster. Empty it, or choose another folder (Embedded__DataDirectory).");
            }
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new EmbeddedPostgresException(
                $"The data folder {folder} belongs to another user (it was made when the console ran as root, or by somebody else). " +
                "Start the console as that user, or hand the folder over with chown -R, or choose another one (Embedded__DataDirectory).",
                failure);
        }

        return new Cluster(folder, null, account);
    }

    /// <summary>Makes the cluster beside its final place and moves it there when it is whole.</summary>
    public async Task CreateAsync(PostgresBinaries binaries, bool durable, CancellationToken token)
    {
        var inPlace = !TryRemoveEmpty(Folder);
        var target = inPlace ? Folder : Folder + ".new";
        try
        {
            if (!inPlace && Directory.Exists(target))
                Directory.Delete(target, recursive: true);
            Directory.CreateDirectory(target);
            if (Account is not null)
                await Ownership.GiveAsync(target, Account, token);

            var outcome = await RunInitDbAsync(binaries, target, durable, token);
            if (outcome.ExitCode != 0)
                throw DiskTrouble.ExplainText(Folder, outcome.Errors + outcome.Output);
            if (!inPlace)
                Directory.Move(target, Folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DiskTrouble.Explain(Folder, failure);
        }
    }

    /// <summary>
    /// Command line that runs a PostgreSQL program on a data folder under the right account. As root the folder is opened first and handed over as
    /// a descriptor: the account may not be allowed to walk to it (a clone in root's own home), and need not be.
    /// </summary>
    public IReadOnlyList<string> CommandFor(string program, string folder, IEnumerable<string> session, params IEnumerable<string> arguments) =>
        Account is null
            ? [.. session, program, "-D", folder, .. arguments]
            :
            [
                "/bin/sh", "-c", "folder=$1; shift; exec 9<\"$folder\" && exec \"$@\"", "sh", folder,
                .. session, program, "-D", "/proc/self/fd/9", .. arguments,
            ];

    private async Task<ChildCommand.Outcome> RunInitDbAsync(PostgresBinaries binaries, string target, bool durable, CancellationToken token)
    {
        List<string> arguments = ["-U", "postgres", "--auth=trust", "--encoding=UTF8"];
        // Plain code point order and full Unicode classes: trigrams and bigrams of Chinese text need the latter.
        arguments.AddRange(OperatingSystem.IsLinux() ? ["--locale=C.UTF-8"] : ["--lc-collate=C", "--lc-ctype=en_US.UTF-8"]);
        if (!durable)
            arguments.Add("--no-sync");
        var command = CommandFor(binaries.InitDb, target, Account?.Prefix() ?? [], arguments);
        return await ChildCommand.RunAsync(command[0], command.Skip(1), token);
    }

    private static bool TryRemoveEmpty(string folder)
    {
        if (!Directory.Exists(folder))
            return true;
        try
        {
            Directory.Delete(folder);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A mounted volume cannot be replaced: fill it where it is.
            return false;
        }
    }
}
