namespace GovAccountConsole.Web.Components.Shared;

/// <summary>How a text stands against its limits.</summary>
public enum FieldLimitState
{
    /// <summary>Comfortable.</summary>
    Fine,

    /// <summary>From 90 % of the nearest limit, or past the soft one.</summary>
    Near,

    /// <summary>Past the hard limit: blocks submitting.</summary>
    Over,
}

/// <summary>The two limits of a field, in characters: past the soft one it may still be submitted, past the hard one it may not.</summary>
/// <param name="Soft">Advice; null where there is none.</param>
/// <param name="Hard">What the platform refuses; null where there is none.</param>
public sealed record FieldLimit(int? Soft, int? Hard)
{
    /// <summary>The limit the counter shows: the soft one until it is passed.</summary>
    public int Shown(int length) => Soft is { } soft && (length <= soft || Hard is null) ? soft : Hard ?? 0;

    /// <summary>Where a text of <paramref name="length"/> characters stands.</summary>
    public FieldLimitState StateOf(int length) =>
        Hard is { } hard && length > hard ? FieldLimitState.Over
        : Soft is { } soft && length > soft || length * 10 >= Shown(length) * 9 ? FieldLimitState.Near
        : FieldLimitState.Fine;

    /// <summary>Length as the platform counts it: by Unicode character, so that an emoji is not two.</summary>
    public static int LengthOf(string? text) => text is null ? 0 : text.EnumerateRunes().Count();
}
