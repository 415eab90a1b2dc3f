using GovAccountConsole.Domain.Audit;

namespace GovAccountConsole.Infrastructure.Audit;

/// <summary>How the check of an export ended.</summary>
/// <param name="Head">What the file says of itself.</param>
/// <param name="Entries">Entries found continuous and unchanged.</param>
/// <param name="Withheld">Entries among them whose content the file does not show.</param>
/// <param name="Beyond">Entries after the head that was asked for.</param>
/// <param name="Line">Line of the first bad place, from 1; 0 when all is well.</param>
/// <param name="Problem">The first bad place; null when all is well.</param>
public sealed record AuditFileReport(AuditFileHead Head, long Entries, long Withheld, long Beyond, long Line, ChainProblem? Problem);

/// <summary>Checks an export with nothing but the file itself: no database, no settings, no network.</summary>
public static class AuditFile
{
    /// <summary>Reads to the first bad line, or to the end.</summary>
    /// <param name="lines">The file.</param>
    /// <param name="noted">A head noted elsewhere that must be in the file; null to trust the file's own.</param>
    /// <param name="token">Ends the check.</param>
    /// <exception cref="InvalidDataException">It is not an export of an audit.</exception>
    public static async Task<AuditFileReport> CheckAsync(TextReader lines, string? noted, CancellationToken token)
    {
        var head = AuditLine.ReadHead(await lines.ReadLineAsync(token) ?? string.Empty) ?? throw new InvalidDataException("The first line is not that of an audit export.");
        var walk = new ChainWalk(head.First);
        long? notedAt = null;
        for (var number = 2; await lines.ReadLineAsync(token) is { } line; number++)
        {
            var problem = AuditLine.ReadLine(line)?.ToLink() is { } link ? walk.Take(link) : new ChainProblem(ChainFault.Unreadable, walk.Next, "an entry", line.Length > 60 ? line[..60] + "…" : line);
            if (problem is not null)
            {
                return Report(number, problem);
            }

            if (string.Equals(noted, walk.Head, StringComparison.OrdinalIgnoreCase))
            {
                notedAt = walk.Count;
            }
        }

        var end = walk.Head ?? AuditSeal.Start;
        return Report(0, walk.Next - 1 != head.Last ? new ChainProblem(ChainFault.CutOff, walk.Next, head.Head, end)
            : !string.Equals(end, head.Head, StringComparison.Ordinal) ? new ChainProblem(ChainFault.HeadDiffers, head.Last, head.Head, end)
            : noted is not null && notedAt is null ? new ChainProblem(ChainFault.CutOff, walk.Next, noted, end)
            : null);

        AuditFileReport Report(long line, ChainProblem? problem) => new(head, walk.Count, walk.Withheld, notedAt is { } at ? walk.Count - at : 0, line, problem);
    }
}
