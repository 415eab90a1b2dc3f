using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Accounts;

/// <summary>Refusals of an import of accounts.</summary>
public static class ImportErrors
{
    /// <summary>Largest file, in bytes.</summary>
    public const int BytesLimit = 10 * 1024 * 1024;

    /// <summary>Most accounts in one file.</summary>
    public const int RowsLimit = 20_000;

    /// <summary>Neither .xlsx nor .csv.</summary>
    public static readonly Error UnsupportedType = new("import-unsupported-type", ErrorKind.Invalid, "file");

    /// <summary>Broken, unfolding without end, in no known encoding, or without a header row.</summary>
    public static readonly Error Unreadable = new("import-unreadable", ErrorKind.Invalid, "file");

    /// <summary>Larger than <see cref="BytesLimit"/>.</summary>
    public static readonly Error TooLarge = new("import-too-large", ErrorKind.Invalid, "file", BytesLimit / 1024 / 1024);

    /// <summary>More rows than <see cref="RowsLimit"/>.</summary>
    public static readonly Error TooManyRows = new("import-too-many-rows", ErrorKind.Invalid, "file", RowsLimit);

    /// <summary>The file lacks a column.</summary>
    public static readonly Error MissingColumn = new("import-missing-column", ErrorKind.Invalid);

    /// <summary>A column stands twice in the header.</summary>
    public static readonly Error DuplicateColumn = new("import-duplicate-column", ErrorKind.Invalid);

    /// <summary>A cell is a formula: its value may not be what the person saw.</summary>
    public static readonly Error Formula = new("import-formula", ErrorKind.Invalid);

    /// <summary>The AppID stands in an earlier row of the same file.</summary>
    public static readonly Error AppIdTwice = new("import-app-id-twice", ErrorKind.Invalid, "appId");

    /// <summary>Several agencies in scope have that name.</summary>
    public static readonly Error AmbiguousAgency = new("import-agency-ambiguous", ErrorKind.Invalid, "agency");
}
