using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews.Remarks;

/// <summary>Refusals about remarks on the text.</summary>
public static class RemarkErrors
{
    /// <summary>The words a remark is about do not stand in the revision it names.</summary>
    public static readonly Error PassageUnknown = new("passage-unknown", ErrorKind.Invalid, "quote");

    /// <summary>The revision a remark names does not exist.</summary>
    public static readonly Error RevisionUnknown = Error.NotAccepted("revision");

    /// <summary>Only the person who opened the remark, or a reviewer who did not write the post, settles it.</summary>
    public static readonly Error NotYoursToSettle = new("not-yours-to-settle", ErrorKind.Forbidden);

    /// <summary>Only who writes the post says that a passage was changed.</summary>
    public static readonly Error NotTheWriter = new("not-the-writer", ErrorKind.Forbidden);

    /// <summary>The remark is settled; reopen it to say more.</summary>
    public static readonly Error Settled = new("remark-settled", ErrorKind.Conflict);

    /// <summary>The remark is not settled.</summary>
    public static readonly Error NotSettled = new("remark-open", ErrorKind.Conflict);

    /// <summary>The last step cannot approve while remarks wait.</summary>
    /// <param name="count">How many wait.</param>
    public static Error ThreadsOpen(int count) => new("threads-open", ErrorKind.Conflict, null, count);
}
