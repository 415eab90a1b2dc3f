using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Web.Calendar;

/// <summary>What one cell of the month shows: as many entries as fit, the rest as a summary that names what is wrong.</summary>
/// <param name="Day">The day.</param>
/// <param name="Shown">Entries that are drawn, by time.</param>
/// <param name="Hidden">How many more there are.</param>
/// <param name="HiddenTrouble">Of these, how many a person must look at, by state.</param>
/// <param name="Free">Usual times nobody of the scope has taken, for days to come that are still empty.</param>
public sealed record DayCell(
    DateOnly Day, IReadOnlyList<CalendarEntry> Shown, int Hidden, IReadOnlyList<KeyValuePair<PostStatus, int>> HiddenTrouble, IReadOnlyList<TimeOnly> Free)
{
    /// <summary>Rows that fit below the day's number on a 768 px screen.</summary>
    public const int Rows = 3;

    private static readonly TimeOnly[] _usual = [new(9, 0), new(17, 0)];

    /// <summary>Lays out the entries of one day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="entries">Its entries, by time.</param>
    /// <param name="now">The present moment in Shanghai wall-clock time: free times lie after it.</param>
    /// <param name="rows">Rows that fit.</param>
    public static DayCell Of(DateOnly day, IReadOnlyList<CalendarEntry> entries, DateTime now, int rows = Rows)
    {
        if (entries.Count <= rows)
        {
            var free = entries.Count == 0 ? _usual.Where(time => day.ToDateTime(time) > now).ToArray() : [];
            return new DayCell(day, entries, 0, [], free);
        }

        // What needs a person is never hidden behind what went well; among equals the sooner stays.
        var shown = entries.Select((entry, index) => (entry, index)).OrderBy(row => row.entry.Status == PostStatus.Failed ? 0 : row.entry.Troubled ? 1 : 2)
            .ThenBy(row => row.index).Take(rows - 1).OrderBy(row => row.index).Select(row => row.entry).ToList();
        var hidden = entries.Except(shown).ToList();
        return new DayCell(
            day, shown, hidden.Count,
            [.. hidden.Where(entry => entry.Troubled).GroupBy(entry => entry.Status).OrderBy(group => group.Key).Select(group => KeyValuePair.Create(group.Key, group.Count()))],
            []);
    }
}
