using GovAccountConsole.Infrastructure.Planning;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Web.Calendar;

/// <summary>What the card beside an entry tells.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Quota">How the account's quota stands in that period; null for a page without push.</param>
/// <param name="Review">The post's review.</param>
/// <param name="Clash">Another push at the very same minute, if any.</param>
public sealed record EntryFacts(CalendarEntry Entry, QuotaState? Quota, ReviewDetail? Review, CalendarEntry? Clash);
