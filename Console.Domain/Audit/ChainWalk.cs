namespace GovAccountConsole.Domain.Audit;

/// <summary>What is wrong at a place of the chain.</summary>
public enum ChainFault
{
    /// <summary>Its content is not what was hashed.</summary>
    Changed,

    /// <summary>One or more entries before it are not there, or it was moved here.</summary>
    Missing,

    /// <summary>It does not belong here: its number was passed already.</summary>
    Inserted,

    /// <summary>It does not follow the entry before: that one, or this one, was exchanged.</summary>
    Unlinked,

    /// <summary>A line that is not an entry.</summary>
    Unreadable,

    /// <summary>The chain ends before a head that was noted.</summary>
    CutOff,

    /// <summary>A head that was noted is not the hash that stands at its place.</summary>
    HeadDiffers,

    /// <summary>What the entry was about (a revision or a decision) is no longer what it was.</summary>
    SubjectDiffers,
}

/// <summary>The first bad place.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Sequence">The number that stands there, or was expected there.</param>
/// <param name="Expected">What should be there.</param>
/// <param name="Found">What is there.</param>
public sealed record ChainProblem(ChainFault Fault, long Sequence, string Expected, string Found);

/// <summary>A link as it is read back: its content may be withheld (another agency's), its hashes never.</summary>
public sealed record ChainLink(long Sequence, string PreviousHash, string Hash, AuditFacts? Facts);

/// <summary>
/// Walks along the chain, link by link, and names the first place that does not fit. It needs nothing but the links themselves, so it works on a
/// file as on the database.
/// </summary>
/// <param name="first">Number of the first link; 1 for the whole chain.</param>
public sealed class ChainWalk(long first = 1)
{
    /// <summary>Number of the link that comes next.</summary>
    public long Next { get; private set; } = first;

    /// <summary>Hash of the last link taken; null before the first.</summary>
    public string? Head { get; private set; }

    /// <summary>Links taken.</summary>
    public long Count { get; private set; }

    /// <summary>Links among them whose content was withheld.</summary>
    public long Withheld { get; private set; }

    /// <summary>Takes the next link; the problem, or null when it fits.</summary>
    public ChainProblem? Take(ChainLink link)
    {
        if (link.Sequence != Next)
        {
            return new ChainProblem(link.Sequence > Next ? ChainFault.Missing : ChainFault.Inserted, link.Sequence > Next ? Next : link.Sequence, Text(Next), Text(link.Sequence));
        }

        var previous = Head ?? (link.Sequence == 1 ? AuditSeal.Start : link.PreviousHash);
        if (!string.Equals(link.PreviousHash, previous, StringComparison.Ordinal))
        {
            return new ChainProblem(ChainFault.Unlinked, link.Sequence, previous, link.PreviousHash);
        }

        if (link.Facts is null)
        {
            Withheld++;
        }
        else if (AuditSeal.HashOf(link.Sequence, link.PreviousHash, link.Facts) is var hash && !string.Equals(link.Hash, hash, StringComparison.Ordinal))
        {
            return new ChainProblem(ChainFault.Changed, link.Sequence, link.Hash, hash);
        }

        (Head, Next, Count) = (link.Hash, Next + 1, Count + 1);
        return null;
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
