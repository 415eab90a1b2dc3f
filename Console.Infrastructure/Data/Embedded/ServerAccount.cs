using System.Globalization;

namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>
/// The operating system account the server runs under. PostgreSQL refuses to run as root, so root hands the cluster to
/// the account that owns it already, else to <c>postgres</c>, else to <c>nobody</c>.
/// </summary>
internal sealed record ServerAccount(int UserId, int GroupId, string? Name)
{
    /// <summary>Null when the console is not root: the server then simply runs as the same user.</summary>
    public static ServerAccount? For(int? clusterOwner)
    {
        if (!Environment.IsPrivilegedProcess)
            return null;
        var known = Read();
        if (clusterOwner is { } owner and not 0)
            return known.Find(account => account.UserId == owner) ?? new ServerAccount(owner, owner, null);
        return known.Find(account => account.Name == "postgres")
            ?? known.Find(account => account.Name == "nobody")
            ?? throw new EmbeddedPostgresException(
                "PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody to run it. " +
                "Start the console as an ordinary user, or name a server in ConnectionStrings__Console.");
    }

    /// <summary>Arguments in front of a program so that it runs under this account.</summary>
    public IEnumerable<string> Prefix()
    {
        var setpriv = ChildCommand.Find("setpriv") ?? throw new EmbeddedPostgresException(
            "As root the console needs setpriv (package util-linux) to start PostgreSQL as another user. " +
            "Install it, or start the console as an ordinary user, or name a server in ConnectionStrings__Console.");
        return
        [
            setpriv,
            "--reuid", UserId.ToString(CultureInfo.InvariantCulture),
            "--regid", GroupId.ToString(CultureInfo.InvariantCulture),
            Name is null ? "--clear-groups" : "--init-groups",
            "--inh-caps=-all",
        ];
    }

    private static List<ServerAccount> Read() =>
        File.Exists("/etc/passwd")
            ? [.. File.ReadLines("/etc/passwd")
                .Select(line => line.Split(':'))
                .Where(fields => fields.Length >= 4)
                .Select(fields => new ServerAccount(
                    int.Parse(fields[2], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture), fields[0]))]
            : [];
}
