using System.Globalization;
using System.Text;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Api;
using Microsoft.AspNetCore.Authorization;

namespace GovAccountConsole.Web.Audit;

/// <summary>What an audit entry is about.</summary>
public sealed record SubjectJson(string Type, Guid Id);

/// <summary>An audit entry on the wire.</summary>
public sealed record AuditJson(string Id, DateTimeOffset At, PersonJson? By, string Action, SubjectJson Subject, string? Detail)
{
    /// <summary>Puts an entry on the wire.</summary>
    public static AuditJson Of(AuditRow row) => new(
        row.Id.ToString(CultureInfo.InvariantCulture), row.At, row.By is { } by ? new PersonJson(by.Id, by.Name) : null, row.Action,
        new SubjectJson(row.SubjectType, row.SubjectId), row.Detail)
    {
        AgencyId = row.AgencyId,
        Revision = row.Revision,
        ContentHash = row.ContentHash,
        Sequence = row.Sequence,
        PreviousHash = row.PreviousHash,
        Hash = row.Hash,
    };

    /// <summary>Whose agency's entry it is.</summary>
    public Guid AgencyId { get; init; }

    /// <summary>Number of the revision an act on a post was about.</summary>
    public int? Revision { get; init; }

    /// <summary>SHA-256 of that revision.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Place in the chain; null until it is sealed.</summary>
    public long? Sequence { get; init; }

    /// <summary>Hash of the entry before.</summary>
    public string? PreviousHash { get; init; }

    /// <summary>Hash of this entry.</summary>
    public string? Hash { get; init; }
}

/// <summary>A head of the chain on the wire.</summary>
public sealed record HeadJson(DateOnly Day, long Sequence, string Hash, DateTimeOffset SealedAt);

/// <summary>How the chain stands, on the wire.</summary>
/// <param name="Head">The newest head.</param>
/// <param name="Days">Heads at the end of the last days, newest first.</param>
/// <param name="CheckedAt">When the whole chain was last walked along.</param>
/// <param name="CheckedEntries">How many entries were found continuous and unchanged then.</param>
/// <param name="BrokenAt">Number of the first bad entry; null when all is well.</param>
public sealed record ChainJson(HeadJson? Head, IReadOnlyList<HeadJson> Days, DateTimeOffset? CheckedAt, long CheckedEntries, long? BrokenAt)
{
    /// <summary>Puts the state on the wire.</summary>
    public static ChainJson Of(ChainState state) => new(
        state.Head is { } head ? Of(head) : null, [.. state.Days.Select(Of)], state.Check.At, state.Check.Entries, state.Check.Problem?.Sequence);

    private static HeadJson Of(AuditAnchor anchor) => new(anchor.Day, anchor.Sequence, anchor.Hash, anchor.SealedAt);
}

/// <summary><c>/api/v1/audit</c>: who did what, when.</summary>
public static class AuditApi
{
    private const string EitherScheme = "Identity.Application,Identity.Bearer";

    /// <summary>Maps the addresses of the API.</summary>
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("/audit", ListAsync).WithTags("audit").Says("Audit entries, newest first. `subject` is the id of what was acted on.")
            .TakesList("from", "to", "subject").Answers<ListJson<AuditJson>>();
        api.MapGet("/audit/chain", ChainAsync).WithTags("audit").Says("How the chain stands: its head, the heads of the last days, and how the last walk along it ended.").Answers<ChainJson>();
        api.MapGet("/audit/export", ExportAsync).WithTags("audit").Says("The chain, or a stretch of it, as JSON Lines that `verify-audit --file` checks offline.").TakesList("from", "to").Answers(StatusCodes.Status200OK);
    }

    /// <summary>Maps the download of the page.</summary>
    public static void MapAuditDownload(this IEndpointRouteBuilder app) =>
        app.MapGet("/audit/export", DownloadAsync).RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = EitherScheme }).ExcludeFromDescription();

    private static async Task<IResult> ListAsync(HttpContext context, AuditQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var filter = new AuditFilter(query.Moment("from"), query.Moment("to"), query.Id("subject"));
        var (after, limit) = (query.AfterNumber(), query.Limit());
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = await queries.ListAsync(context.Actor(), filter, after, limit, token);
        return found.Succeeded ? Lists.Ok(found.Value, AuditJson.Of) : Problems.From(context, found);
    }

    private static async Task<IResult> ChainAsync(HttpContext context, AuditQueries queries, CancellationToken token)
    {
        var state = await queries.ChainAsync(context.Actor(), token);
        return state.Succeeded ? Results.Ok(ChainJson.Of(state.Value)) : Problems.From(context, state);
    }

    private static Task<IResult> ExportAsync(HttpContext context, AuditExportQueries export, CancellationToken token) => SendAsync(context, context.Actor(), export, token);

    private static async Task<IResult> DownloadAsync(HttpContext context, AuditExportQueries export, ActorSource actors, CancellationToken token) =>
        await SendAsync(context, CurrentActor.PersonId(context.User) is { } person ? await actors.GetAsync(person, token) : Actor.Nobody, export, token);

    private static async Task<IResult> SendAsync(HttpContext context, Actor actor, AuditExportQueries export, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var (from, to) = (query.Moment("from"), query.Moment("to"));
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var lines = await export.LinesAsync(actor, from, to, token);
        return lines.Succeeded ? Results.Stream(stream => WriteAsync(stream, lines.Value, token), "application/x-ndjson", "audit.jsonl") : Problems.From(context, lines);
    }

    private static async Task WriteAsync(Stream stream, IAsyncEnumerable<string> lines, CancellationToken token)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await foreach (var line in lines.WithCancellation(token))
        {
            await writer.WriteLineAsync(line.AsMemory(), token);
        }
    }
}
