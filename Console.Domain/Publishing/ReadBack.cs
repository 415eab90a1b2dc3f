using System.Text.Json.Serialization;

namespace GovAccountConsole.Domain.Publishing;

/// <summary>How what citizens see compares with what was approved.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReadBackState>))]
public enum ReadBackState
{
    /// <summary>The same.</summary>
    Same,

    /// <summary>Something else stands there: changed in the platform's own pages.</summary>
    Altered,

    /// <summary>Deleted, and not by the console.</summary>
    Gone,
}

/// <summary>What the console found when it last fetched what was published.</summary>
/// <param name="State">How it compares with what was approved.</param>
/// <param name="At">When it was fetched, UTC.</param>
/// <param name="Looks">How often so far.</param>
/// <param name="Article">Position from 1 of the first article that differs.</param>
/// <param name="Part">What differs in it: <c>title</c>, <c>text</c>, <c>pictures</c> or <c>count</c>.</param>
public sealed record ReadBack(ReadBackState State, DateTimeOffset At, int Looks, int? Article = null, string? Part = null)
{
    /// <summary>Pauses before the looks: soon, after an hour, after a day.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } = [TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromHours(24)];
}
