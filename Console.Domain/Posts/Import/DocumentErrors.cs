using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts.Import;

/// <summary>Refusals about documents that are to become an article.</summary>
public static class DocumentErrors
{
    /// <summary>Largest document, in bytes.</summary>
    public const int BytesLimit = 20 * 1024 * 1024;

    /// <summary>Most rows of one table: an article of 20,000 characters holds no more, and no phone shows more.</summary>
    public const int RowsLimit = 300;

    /// <summary>Most columns of one table; further ones cannot be read on a phone.</summary>
    public const int ColumnsLimit = 30;

    /// <summary>Most pictures taken over from one document.</summary>
    public const int PicturesLimit = 60;

    /// <summary>Damaged, empty, or not what its first bytes claim.</summary>
    public static readonly Error NotReadable = new("document-not-readable", ErrorKind.Invalid, "file");

    /// <summary>Larger than <see cref="BytesLimit"/>, or unfolds to more than is accepted.</summary>
    public static readonly Error TooLarge = new("document-too-large", ErrorKind.Invalid, "file", BytesLimit / 1024 / 1024);

    /// <summary>Locked with a password.</summary>
    public static readonly Error Protected = new("document-protected", ErrorKind.Invalid, "file");

    /// <summary>Carries macros; such files are not taken in, not even without them.</summary>
    public static readonly Error HasMacros = new("document-has-macros", ErrorKind.Invalid, "file");

    /// <summary>The old binary forms: .doc, .wps, .xls, .rtf.</summary>
    public static readonly Error OldFormat = new("document-old-format", ErrorKind.Invalid, "file");

    /// <summary>A PDF: its text has no paragraphs.</summary>
    public static readonly Error Pdf = new("document-pdf", ErrorKind.Invalid, "file");

    /// <summary>Something else altogether.</summary>
    public static readonly Error UnsupportedType = new("document-unsupported-type", ErrorKind.Invalid, "file");

    /// <summary>Nothing in it that an article could consist of.</summary>
    public static readonly Error NothingInside = new("document-nothing-inside", ErrorKind.Invalid, "file");

    /// <summary>A table with more than <see cref="RowsLimit"/> rows.</summary>
    public static Error TableTooLong(int rows) => new("document-table-too-long", ErrorKind.Invalid, "file", rows, RowsLimit);
}
