using System.Globalization;
using System.Text.RegularExpressions;

namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>An installed PostgreSQL server: the folder of its programs and its major version.</summary>
public sealed partial record PostgresBinaries(string Folder, int Major)
{
    /// <summary>Oldest version whose features the console's schema uses.</summary>
    public const int OldestSupported = 14;

    /// <summary>Path of the program that makes a cluster.</summary>
    public string InitDb => Path.Combine(Folder, "initdb");

    /// <summary>Path of the server program.</summary>
    public string Server => Path.Combine(Folder, "postgres");

    /// <summary>
    /// The newest installed server, or the one of <paramref name="clusterMajor"/> when a cluster of that version exists.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">None is installed, or none of the cluster's version.</exception>
    public static async Task<PostgresBinaries> FindAsync(int? clusterMajor, CancellationToken token)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in await CandidateFoldersAsync(token))
        {
            if (await ProbeAsync(folder, token) is { } binaries)
                found.Add(binaries);
        }

        if (clusterMajor is { } wanted)
        {
            return found.Find(one => one.Major == wanted) ?? throw new EmbeddedPostgresException(
                $"The data folder was made by PostgreSQL {wanted}, but " +
                (found.Count == 0 ? "PostgreSQL is not installed." : $"only version {string.Join(", ", found.Select(one => one.Major))} is installed.") +
                $" Install PostgreSQL {wanted} again (Debian: apt-get install postgresql-{wanted}), or upgrade the data as docs/operations.md describes.");
        }

        return found.Where(one => one.Major >= OldestSupported).MaxBy(one => one.Major) ?? throw new EmbeddedPostgresException(
            "PostgreSQL is not installed here. Install it (Debian and Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17), " +
            "or let ./run.sh do it, or name a server in ConnectionStrings__Console.");
    }

    private static async Task<PostgresBinaries?> ProbeAsync(string folder, CancellationToken token)
    {
        if (!File.Exists(Path.Combine(folder, "initdb")) || !File.Exists(Path.Combine(folder, "postgres")))
            return null;
        var version = await ChildCommand.RunAsync(Path.Combine(folder, "postgres"), ["--version"], token);
        var match = VersionPattern().Match(version.Output);
        return match.Success ? new PostgresBinaries(folder, int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture)) : null;
    }

    private static async Task<IEnumerable<string>> CandidateFoldersAsync(CancellationToken token)
    {
        var folders = new List<string>();
        var config = await ChildCommand.RunAsync("pg_config", ["--bindir"], token);
        if (config.ExitCode == 0)
            folders.Add(config.Output.Trim());
        folders.AddRange(Below("/usr/lib/postgresql", "*", "bin"));
        folders.AddRange(Below("/usr", "pgsql-*", "bin"));
        folders.AddRange(Below("/usr/libexec", "postgresql*", ""));
        folders.Add("/usr/local/pgsql/bin");
        folders.AddRange(Below("/opt/homebrew/opt", "postgresql*", "bin"));
        folders.AddRange(Below("/usr/local/opt", "postgresql*", "bin"));
        folders.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
        return folders.Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Below(string parent, string pattern, string child) =>
        Directory.Exists(parent) ? Directory.GetDirectories(parent, pattern).Select(folder => Path.Combine(folder, child)) : [];

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionPattern();
}
