using System.Diagnostics;
using System.Text.Json;
using GovAccountConsole.Domain.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace GovAccountConsole.Web.Api;

/// <summary>Gives every error under <c>/api</c> a problem body: also those of routing, sign-in, unreadable bodies and our own faults.</summary>
public static class ProblemPages
{
    /// <summary>Whether a request belongs to machines.</summary>
    public static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);

    // Pictures are fetched by machines too, with a token; a browser shows none of what it is told about them.
    private static bool WantsProblems(HttpContext context) => IsApi(context) || context.Request.Path.StartsWithSegments("/media", StringComparison.OrdinalIgnoreCase);

    /// <summary>Puts problems in the place of error pages for the API.</summary>
    public static void UseApiProblems(this WebApplication app) => app.UseWhen(WantsProblems, api =>
    {
        api.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = AnswerExceptionAsync,
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        api.UseStatusCodePages(status =>
        {
            var context = status.HttpContext;
            var code = context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed ? UnknownAddress.Correct(context) : context.Response.StatusCode;
            return Problems.WriteAsync(context, Problems.OfStatus(context, code));
        });
    });

    private static Task AnswerExceptionAsync(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (exception is not BadHttpRequestException bad)
        {
            var problem = Problems.OfStatus(context, StatusCodes.Status500InternalServerError);
            problem.Extensions["traceId"] = Activity.Current?.Id ?? context.TraceIdentifier;
            return Problems.WriteAsync(context, problem);
        }

        return Problems.WriteAsync(context, bad.StatusCode == StatusCodes.Status400BadRequest ? OfBody(context, bad) : Problems.OfStatus(context, bad.StatusCode));
    }

    private static ProblemDetails OfBody(HttpContext context, BadHttpRequestException bad) => bad.InnerException switch
    {
        JsonException { Path: { Length: > 2 } path } => Problems.Describe(context, [Error.NotAccepted(path[2..])]),
        _ => Problems.Describe(context, [new Error("unreadable-body", ErrorKind.Invalid, "body")]),
    };
}
