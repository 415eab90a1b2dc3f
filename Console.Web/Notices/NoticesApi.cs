using System.Globalization;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Notices;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Notices;

/// <summary>What a notice is about, on the wire.</summary>
public sealed record NoticeSubjectJson(string Type, Guid Id);

/// <summary>A notice on the wire; <c>path</c> is the page it leads to, relative to the console's base.</summary>
public sealed record NoticeJson(Guid Id, NoticeKind Kind, string Text, string? Detail, NoticeSubjectJson Subject, string Path, DateTimeOffset At, DateTimeOffset? ReadAt);

/// <summary>How many notices were marked.</summary>
public sealed record ReadAllJson(int Read);

/// <summary>Quiet hours on the wire, in Asia/Shanghai.</summary>
public sealed record QuietJson(string? From, string? To, bool RestDays);

/// <summary>One's own settings on the wire: per kind <c>off</c>, <c>inApp</c>, <c>digest</c> or <c>mail</c>.</summary>
public sealed record NoticeSettingsJson(
    IReadOnlyDictionary<NoticeKind, NoticeDelivery> Kinds, QuietJson Quiet, int DigestHour, bool MailIsOn, string Email, DateTimeOffset? MailRefusedAt);

/// <summary>Settings as sent in; what is left out keeps its default.</summary>
public sealed record NoticeSettingsInput(IReadOnlyDictionary<NoticeKind, NoticeDelivery>? Kinds, QuietJson? Quiet, int? DigestHour);

/// <summary><c>/api/v1/notices</c> and <c>/api/v1/me/notices</c>: what one was told, and how one wants to be told.</summary>
public static class NoticesApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapNotices(this IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("notices");
        notices.MapGet("", ListAsync).Says("One's own notices, newest first.").TakesList("unread").Answers<ListJson<NoticeJson>>();
        notices.MapPost("/{id:guid}/read", async (Guid id, HttpContext context, ReadNotice read, CancellationToken token) =>
                await read.ExecuteAsync(context.Actor(), id, token) is { Succeeded: false } refused ? Problems.From(context, refused) : Results.NoContent())
            .Says("Marks one as read.").Answers(StatusCodes.Status204NoContent);
        notices.MapPost("/read-all", async (HttpContext context, ReadAllNotices read, CancellationToken token) =>
                await read.ExecuteAsync(context.Actor(), token) is var done && done.Succeeded ? Results.Ok(new ReadAllJson(done.Value)) : Problems.From(context, done))
            .Says("Marks all as read.").Answers<ReadAllJson>();
        api.MapGet("/me/notices", async (HttpContext context, NoticeSettingsQueries queries, CancellationToken token) =>
                Results.Ok(Json(await queries.GetAsync(context.Actor(), token))))
            .WithTags("notices").Says("How one wants to be told.").Answers<NoticeSettingsJson>();
        api.MapPut("/me/notices", SaveAsync).WithTags("notices").Says("Chooses how one wants to be told; alarms cannot be switched off.").Answers<NoticeSettingsJson>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, NoticeQueries queries, NoticeWords words, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var unread = query.Flag("unread");
        var after = query.Cursor(text => (Cursor.TryReadPlace(text, out var place), place));
        var limit = query.Limit();
        return query.Refusal ?? Lists.Ok(await queries.ListAsync(context.Actor(), unread, after, limit, token), row => new NoticeJson(
            row.Id, row.Kind, words.Sentence(row), words.Detail(row), new NoticeSubjectJson(row.SubjectType, row.SubjectId), NoticeWords.Place(row), row.At, row.ReadAt));
    }

    private static async Task<IResult> SaveAsync(
        NoticeSettingsInput input, HttpContext context, SaveNoticeSettings save, NoticeSettingsQueries queries, CancellationToken token)
    {
        var errors = new List<Error>();
        var quiet = input.Quiet is not { } given ? QuietHours.Default : new QuietHours(
            Clock(given.From, QuietHours.Default.From, "quiet.from"), Clock(given.To, QuietHours.Default.To, "quiet.to"), given.RestDays);
        if (errors.Count > 0)
        {
            return Problems.From(context, Result.From(errors));
        }

        var saved = await save.ExecuteAsync(
            context.Actor(), input.Kinds ?? new Dictionary<NoticeKind, NoticeDelivery>(), quiet, input.DigestHour ?? NoticeSettings.DefaultDigestHour, token);
        return saved.Succeeded ? Results.Ok(Json(await queries.GetAsync(context.Actor(), token))) : Problems.From(context, saved);

        TimeOnly Clock(string? text, TimeOnly otherwise, string field)
        {
            if (text is null)
            {
                return otherwise;
            }

            if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            {
                return clock;
            }

            errors.Add(Error.NotAccepted(field));
            return otherwise;
        }
    }

    private static NoticeSettingsJson Json(NoticeSettingsView view) => new(
        NoticeKinds.All.ToDictionary(kind => kind, view.Settings.DeliveryOf),
        new QuietJson(Text(view.Settings.Quiet.From), Text(view.Settings.Quiet.To), view.Settings.Quiet.RestDays),
        view.Settings.DigestHour, view.MailIsOn, view.Email, view.MailRefusedAt);

    private static string Text(TimeOnly clock) => clock.ToString("HH:mm", CultureInfo.InvariantCulture);
}
