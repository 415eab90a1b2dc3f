namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>Turns what the operating system or PostgreSQL says about the disk into a sentence with the remedy.</summary>
internal static class DiskTrouble
{
    private const long NewClusterBytes = 160L << 20;
    private const long RunningBytes = 40L << 20;

    /// <summary>Refuses early when the disk is as good as full: PostgreSQL would stop half way through its work.</summary>
    public static void RequireSpace(string folder, bool newCluster)
    {
        var needed = newCluster ? NewClusterBytes : RunningBytes;
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < needed)
        {
            throw new EmbeddedPostgresException(
                $"The disk under {folder} is full: {free >> 20} MiB are free, PostgreSQL needs at least {needed >> 20} MiB. " +
                "Free some space, or put the data elsewhere (Embedded__DataDirectory).");
        }
    }

    public static EmbeddedPostgresException Explain(string path, Exception failure) => failure switch
    {
        UnauthorizedAccessException => new(
            $"The console may not write {path} (user {Environment.UserName}). " +
            "Give that user the folder, mount it writable, or choose another one (Embedded__DataDirectory).", failure),
        _ when failure.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase)
            || failure.Message.Contains("Read-only", StringComparison.OrdinalIgnoreCase) => ExplainText(path, failure.Message, failure),
        _ => new(
            $"The console cannot use {path}: {failure.Message.TrimEnd('.')}. Mend the folder, or choose another one (Embedded__DataDirectory).", failure),
    };

    /// <summary>Reads the reason out of PostgreSQL's own words.</summary>
    public static EmbeddedPostgresException ExplainText(string path, string text, Exception? failure = null)
    {
        var sentence = true switch
        {
            _ when Says("No space left on device") || Says("quota exceeded") || Says("disk is full") =>
                $"The disk under {path} is full. Free some space, or put the data elsewhere (Embedded__DataDirectory). Nothing committed is lost.",
            _ when Says("Read-only file system") =>
                $"{path} lies on a read-only file system. Mount it writable, or put the data elsewhere (Embedded__DataDirectory).",
            _ when Says("Permission denied") || Says("has wrong ownership") || Says("denied") =>
                $"PostgreSQL may not read or write {path}. The folder belongs to another user: start the console as the user who made it, " +
                "or hand the folder over with chown -R, or choose another one (Embedded__DataDirectory).",
            _ when Says("incompatible with server") =>
                $"The data in {path} was made by another version of PostgreSQL. See docs/operations.md, \"Upgrade PostgreSQL\".",
            _ => $"PostgreSQL did not start with the data in {path}. It said: {Tail(text)}",
        };
        return failure is null ? new EmbeddedPostgresException(sentence) : new EmbeddedPostgresException(sentence, failure);

        bool Says(string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    private static string Tail(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "nothing" : string.Join(" | ", lines.TakeLast(4));
    }
}
