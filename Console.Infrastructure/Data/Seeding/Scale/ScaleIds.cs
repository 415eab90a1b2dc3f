namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>Ids that are the same in every run: version 7 (they sort by time, as the console's own), with a kind and a number where others are random.</summary>
public static class ScaleIds
{
    /// <summary>Kinds of rows, so that two with the same number differ.</summary>
    public enum Kind
    {
        /// <summary>A body.</summary>
        Agency = 1,

        /// <summary>Somebody.</summary>
        Person = 2,

        /// <summary>An account.</summary>
        Account = 3,

        /// <summary>A post.</summary>
        Post = 4,

        /// <summary>A snapshot of a post.</summary>
        Revision = 5,

        /// <summary>A passage through review.</summary>
        Review = 6,

        /// <summary>A delivery.</summary>
        Publication = 7,
    }

    /// <summary>When the load-test matrix was founded: ids of what has no time of its own.</summary>
    public static DateTimeOffset Founding { get; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The id of the row.</summary>
    public static Guid Of(Kind kind, int number, DateTimeOffset? at = null)
    {
        var time = (at ?? Founding).ToUnixTimeMilliseconds();
        return new Guid(
            (int)(time >> 16), (short)time, (short)(0x7000 | (int)kind), 0x80, (byte)kind, 0x5c, 0xa1,
            (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number);
    }
}
