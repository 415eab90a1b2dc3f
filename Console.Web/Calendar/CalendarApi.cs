using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Planning;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Calendar;

/// <summary>An entry of the calendar on the wire.</summary>
public sealed record CalendarEntryJson(
    Guid PostId, Guid AccountId, string AccountName, string AgencyName, string Title, DateTimeOffset At, PostStatus Status, Channel Channel);

/// <summary><c>/api/v1/calendar</c>: what goes out when.</summary>
public static class CalendarApi
{
    /// <summary>Maps the address.</summary>
    public static void MapCalendar(this IEndpointRouteBuilder api) =>
        api.MapGet("/calendar", EntriesAsync).WithTags("planning").Says("Posts with a time, soonest first: published, else scheduled, else planned.")
            .TakesList("from", "to", "agency", "account", "status").Answers<ListJson<CalendarEntryJson>>();

    private static async Task<IResult> EntriesAsync(HttpContext context, CalendarQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var filter = new PostFilter
        {
            From = query.Moment("from"),
            To = query.Moment("to"),
            Agency = query.Id("agency"),
            Account = query.Id("account"),
            Statuses = query.Words<PostStatus>("status"),
        };
        var after = query.Cursor(text => (ReviewQueries.TryReadCursor(text, out var place), place));
        var limit = query.Limit();
        return query.Refusal ?? Lists.Ok(await queries.EntriesAsync(context.Actor(), filter, after, limit, token), row => new CalendarEntryJson(
            row.Id, row.AccountId, row.AccountName, row.AgencyName, row.Title, row.CalendarAt!.Value, row.Status, row.Channel));
    }
}
