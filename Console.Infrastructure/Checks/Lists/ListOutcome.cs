using GovAccountConsole.Infrastructure.Accounts.Import;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>What an import of a list would do, or did.</summary>
/// <param name="Version">Version of the list afterwards; the present one when nothing was written.</param>
/// <param name="Added">Entries that are new.</param>
/// <param name="Changed">Entries that differ from the present ones.</param>
/// <param name="Unchanged">Entries that are there already.</param>
/// <param name="Removed">Entries that are not in the file, when it replaces the list.</param>
/// <param name="Rejected">Every bad cell; with one nothing is written.</param>
/// <param name="Written">Whether it was written.</param>
/// <param name="Present">Entries the list had before.</param>
public sealed record ListOutcome(int Version, int Added, int Changed, int Unchanged, int Removed, IReadOnlyList<RejectedCell> Rejected, bool Written, int Present);

/// <summary>How a file is taken in.</summary>
public enum ListImportMode
{
    /// <summary>Only looked at.</summary>
    Preview,

    /// <summary>New and changed entries are taken over, the others stay.</summary>
    Merge,

    /// <summary>The list is what the file says.</summary>
    Replace,
}
