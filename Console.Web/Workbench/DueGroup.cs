using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Web.Components.Shared;

namespace GovAccountConsole.Web.Workbench;

/// <summary>When a thing that waits falls due, in the words of a working day.</summary>
/// <param name="Key">Key of the heading in <see cref="WorkbenchText"/>.</param>
/// <param name="Argument">Goes into the heading.</param>
public sealed record DueGroup(string Key, string? Argument = null)
{
    private static readonly TimeOnly[] _marks = [new(12, 0), new(18, 0)];

    /// <summary>Before everything else: nobody knows what citizens got.</summary>
    public static DueGroup First { get; } = new("Group.First");

    /// <summary>The group of a deadline: past, before the next noon or evening, today, this week (to Sunday), later, none.</summary>
    public static DueGroup Of(DateTimeOffset? due, DateTimeOffset now)
    {
        if (due is not { } at)
        {
            return new DueGroup("Group.NoDate");
        }

        if (at < now)
        {
            return new DueGroup("Group.Overdue");
        }

        var today = BusinessTime.DayOf(now);
        var day = BusinessTime.DayOf(at);
        if (day == today)
        {
            foreach (var mark in _marks.Select(mark => BusinessTime.At(today, mark)).Where(mark => mark > now).Take(1))
            {
                if (at <= mark)
                {
                    return new DueGroup("Group.Before", TimeWords.Clock(mark));
                }
            }

            return new DueGroup("Group.Today");
        }

        var sunday = today.AddDays(6 - (((int)today.DayOfWeek + 6) % 7));
        return new DueGroup(day <= sunday ? "Group.Week" : "Group.Later");
    }
}
