using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Checks;

/// <summary>Why a finding is no problem.</summary>
/// <param name="Code">The check.</param>
/// <param name="Article">Index of the article, from 0; absent: any.</param>
/// <param name="Words">The words it is about; absent: a finding without words.</param>
/// <param name="Reason">Why.</param>
public sealed record DismissalInput(string? Code, int? Article, string? Words, string? Reason);

/// <summary><c>/api/v1/posts/{id}/checks</c>: what the checks say about the newest revision, and what somebody called no problem.</summary>
public static class ChecksApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapChecks(this IEndpointRouteBuilder api)
    {
        var checks = api.MapGroup("/posts/{id:guid}/checks").WithTags("checks");
        checks.MapGet("", ReadAsync).Says("What the checks say about the newest revision: findings with place, reason, source and fix.").Answers<ChecksJson>();
        checks.MapPost("/dismissals", DismissAsync).Says("Keeps a reason why a finding is no problem in this post.").Answers<ChecksJson>(StatusCodes.Status201Created);
        checks.MapDelete("/dismissals/{dismissal:guid}", WithdrawAsync).Says("Takes such a reason back.").Answers(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ReadAsync(
        Guid id, HttpContext context, CheckQueries queries, IStringLocalizer<ChecksText> text, IStringLocalizer<CommonText> words, CancellationToken token) =>
        await queries.OfPostAsync(context.Actor(), id, token) is { } report ? Results.Ok(ChecksJson.Of(report, text, words)) : Problems.From(context, Error.NotFound);

    private static async Task<IResult> DismissAsync(
        Guid id, DismissalInput? input, HttpContext context, CheckQueries queries, DismissFinding dismiss, IStringLocalizer<ChecksText> text, IStringLocalizer<CommonText> words,
        CancellationToken token)
    {
        var actor = context.Actor();
        if (await queries.OfPostAsync(actor, id, token) is not { } report)
        {
            return Problems.From(context, Error.NotFound);
        }

        var finding = report.Findings.FirstOrDefault(row => row.Code == input?.Code && row.Words == input?.Words && (input?.Article is not { } article || article == row.Article));
        // Role and reason are refused before what is not there.
        var about = finding ?? new CheckFinding(input?.Code ?? string.Empty, CheckWeight.Advice, 0, "body", input?.Words);
        if (finding is null)
        {
            var known = CheckCatalogue.Find(about.Code) is null ? about with { Code = "sentence-mean" } : about;
            var refused = await dismiss.ExecuteAsync(actor, id, known, string.Empty, token);
            return Problems.From(context, refused.Error.Kind == ErrorKind.Invalid ? CheckErrors.NoSuchFinding : refused.Error);
        }

        var done = await dismiss.ExecuteAsync(actor, id, finding, input?.Reason, token);
        return done.Succeeded
            ? Results.Created($"/api/v1/posts/{id}/checks/dismissals/{done.Value}", ChecksJson.Of((await queries.OfPostAsync(actor, id, token))!, text, words))
            : Problems.From(context, done);
    }

    private static async Task<IResult> WithdrawAsync(Guid id, Guid dismissal, HttpContext context, WithdrawDismissal withdraw, CancellationToken token)
    {
        var done = await withdraw.ExecuteAsync(context.Actor(), id, dismissal, token);
        return done.Succeeded ? Results.NoContent() : Problems.From(context, done);
    }
}
