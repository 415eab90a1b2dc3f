using System.Globalization;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace GovAccountConsole.Web.Api;

/// <summary>
/// Turns refusals into RFC 9457 problems with a stable <c>code</c>. A 400 has code <c>validation</c>, every message under <c>errors</c> by field, and every
/// reason with its own code under <c>reasons</c>.
/// </summary>
public static class Problems
{
    /// <summary>The <c>code</c> of every 400.</summary>
    public const string Validation = "validation";

    /// <summary>The refusal as an answer, in the caller's language.</summary>
    public static IResult From(HttpContext context, Result refused) => Results.Problem(Describe(context, refused.Errors));

    /// <summary>One reason as an answer.</summary>
    public static IResult From(HttpContext context, Error error) => Results.Problem(Describe(context, [error]));

    /// <summary>The problem of a refusal.</summary>
    public static ProblemDetails Describe(HttpContext context, IReadOnlyList<Error> errors)
    {
        UseCallersLanguage(context);
        var words = context.RequestServices.GetRequiredService<ErrorText>();
        var status = StatusOf(context, errors[0]);
        var problem = Blank(status, status == StatusCodes.Status400BadRequest && errors[0].Code != CheckErrors.OpenCode ? Validation : errors[0].Code, string.Join(' ', errors.Select(words.Say).Distinct()));
        if (status == StatusCodes.Status400BadRequest)
        {
            problem.Extensions["errors"] = errors.GroupBy(error => error.Field ?? "body", StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(words.Say).Distinct().ToArray(), StringComparer.Ordinal);
        }

        if (errors.Count > 1 || status == StatusCodes.Status400BadRequest)
        {
            problem.Extensions["reasons"] = errors.Select(error => new { error.Code, error.Field, Detail = words.Say(error) }).ToArray();
        }

        if (errors[0].Code == CheckErrors.OpenCode)
        {
            problem.Extensions["checks"] = errors.Select(error => new { Field = error.Field, Code = error.Args[1], Words = error.Args[0], Article = error.Args[2] }).ToArray();
        }

        if (errors[0].Code is "quota-exceeded" or "quota-reserved")
        {
            problem.Extensions["freeSlots"] = errors[0].Args.OfType<DateTimeOffset>().Select(BusinessTime.ToShanghai).ToArray();
        }

        return problem;
    }

    /// <summary>A problem that no feature names: a status of the protocol itself, with a sentence of its own.</summary>
    public static ProblemDetails OfStatus(HttpContext context, int status, string? code = null)
    {
        UseCallersLanguage(context);
        code ??= CodeOf(status);
        return Blank(status, code, context.RequestServices.GetRequiredService<ErrorText>().Say(new Error(code, ErrorKind.Invalid)));
    }

    /// <summary>Writes the problem as the whole answer.</summary>
    public static Task WriteAsync(HttpContext context, ProblemDetails problem) => Results.Problem(problem).ExecuteAsync(context);

    private static ProblemDetails Blank(int status, string code, string detail) => new()
    {
        Type = "about:blank",
        Title = ReasonPhrases.GetReasonPhrase(status),
        Status = status,
        Detail = detail,
        Extensions = { ["code"] = code },
    };

    // What is worded after the localisation middleware has ended (status pages, exceptions) must still know the caller's language.
    private static void UseCallersLanguage(HttpContext context)
    {
        if (context.Features.Get<IRequestCultureFeature>()?.RequestCulture is { } wanted)
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (wanted.Culture, wanted.UICulture);
        }
    }

    private static int StatusOf(HttpContext context, Error error) => error.Code switch
    {
        "media-too-large" or "media-too-many-pixels" or "import-too-large" or "document-too-large" => StatusCodes.Status413PayloadTooLarge,
        "media-unsupported-type" or "import-unsupported-type" or "document-unsupported-type" or "document-old-format" or "document-pdf" => StatusCodes.Status415UnsupportedMediaType,
        _ => error.Kind switch
        {
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            ErrorKind.Conflict => StatusCodes.Status409Conflict,
            // Without If-Match the caller named no version: then it was a collision, not a failed condition.
            ErrorKind.Stale => context.Request.Headers.IfMatch.Count > 0 ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status409Conflict,
            ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status400BadRequest,
        },
    };

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Validation,
        StatusCodes.Status401Unauthorized => "not-signed-in",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status413PayloadTooLarge => "too-large",
        StatusCodes.Status415UnsupportedMediaType => "unsupported-media-type",
        StatusCodes.Status428PreconditionRequired => "if-match-required",
        StatusCodes.Status429TooManyRequests => "too-many-requests",
        >= 500 => "internal-error",
        _ => "http-" + status.ToString(CultureInfo.InvariantCulture),
    };
}
