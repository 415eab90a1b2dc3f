using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Publishing;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Posts;

/// <summary>A finding on the wire; <c>stops</c> says whether the post would not go out.</summary>
public sealed record PreflightFindingJson(PreflightCause Cause, bool Stops, string Message, string NextStep, DateTimeOffset Since, DateTimeOffset? SettledAt);

/// <summary>发布前检查 of a post on the wire.</summary>
public sealed record PreflightJson(DateTimeOffset? LastRunAt, DateTimeOffset? NextRunAt, IReadOnlyList<PreflightFindingJson> Findings)
{
    /// <summary>Puts it on the wire, in the caller's language.</summary>
    public static PreflightJson Of(PreflightView view, PreflightWords words) => new(view.LastRunAt, view.NextAt, [.. view.Findings.Select(finding => new PreflightFindingJson(
        finding.Cause, PreflightCauses.Stops(finding.Cause), words.Message(finding.Cause, finding.Args), words.NextStep(finding.Cause), finding.Since, finding.SettledAt))]);
}

/// <summary><c>/api/v1/posts/{id}/preflight</c>: what was found before the slot.</summary>
public static class PreflightApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapPreflight(this IEndpointRouteBuilder posts)
    {
        posts.MapGet("/{id:guid}/preflight", GetAsync).Says("What the looks before sending have found: open first, then settled.").Answers<PreflightJson>();
        posts.MapPost("/{id:guid}/preflight", async (Guid id, HttpContext context, LookAgain again, PreflightQueries queries, PreflightWords words, CancellationToken token) =>
                await again.ExecuteAsync(context.Actor(), id, token) is { Succeeded: false } refused ? Problems.From(context, refused) : await GetAsync(id, context, queries, words, token))
            .Says("Has a scheduled post looked at now; the findings follow within seconds.").Answers<PreflightJson>();
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext context, PreflightQueries queries, PreflightWords words, CancellationToken token) =>
        await queries.OfPostAsync(context.Actor(), id, token) is { } view ? Results.Ok(PreflightJson.Of(view, words)) : Problems.From(context, Error.NotFound);
}
