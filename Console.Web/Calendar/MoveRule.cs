using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Web.Calendar;

/// <summary>
/// The rule that would stop a move, known while the entry is still in hand. The use case decides in the end (it knows all posts of the account);
/// this only spares people a drop that cannot work.
/// </summary>
public static class MoveRule
{
    /// <summary>Key of the rule's sentence in <see cref="CalendarText"/>, or null when nothing known stands against the move.</summary>
    /// <param name="entry">What is moved.</param>
    /// <param name="at">Where to.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="others">What else stands on the calendar.</param>
    public static string? Against(CalendarEntry entry, DateTimeOffset at, DateTimeOffset now, IEnumerable<CalendarEntry> others) =>
        PostTransitions.Sent.Contains(entry.Status) ? "Rule.Sent"
        : !entry.MayMove ? "Rule.NotApproved"
        : at <= now ? "Rule.Past"
        : entry is { Channel: Channel.MassSend, Kind: AccountKind.Subscription } && others.Any(other => Uses(other, entry) && other.Day == BusinessTime.DayOf(at)) ? "Rule.Quota"
        : null;

    private static bool Uses(CalendarEntry other, CalendarEntry entry) =>
        other.PostId != entry.PostId && other.AccountId == entry.AccountId && other.Channel == Channel.MassSend && PostTransitions.UsesQuota.Contains(other.Status);
}
