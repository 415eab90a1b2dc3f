using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Accounts;
using GovAccountConsole.Web.Agencies;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Audit;
using GovAccountConsole.Web.Calendar;
using GovAccountConsole.Web.Checks;
using GovAccountConsole.Web.Checks.Lists;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Emergencies;
using GovAccountConsole.Web.Evidence;
using GovAccountConsole.Web.Inbox;
using GovAccountConsole.Web.Media;
using GovAccountConsole.Web.Notices;
using GovAccountConsole.Web.Operations;
using GovAccountConsole.Web.People;
using GovAccountConsole.Web.Posts;
using GovAccountConsole.Web.Reviews;
using GovAccountConsole.Web.Reviews.Absences;
using GovAccountConsole.Web.Reviews.Plans;
using GovAccountConsole.Web.Templates;
using GovAccountConsole.Web.Workload;
using Microsoft.AspNetCore.Mvc;

namespace GovAccountConsole.Web.Startup;

/// <summary>The REST API <c>/api/v1</c> with its description at <c>/openapi/v1.json</c>.</summary>
public static class ApiStartup
{
    // Eight articles of the longest body that is kept, in bytes of Chinese.
    private const long BodyLimit = 26_000_000;

    /// <summary>Registers wire forms, problems and the description.</summary>
    public static IServiceCollection AddConsoleApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new TimeJson());
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            // Answers are application/json with nosniff, never part of a page: texts stay as they are.
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        // One way for every environment: the exception carries which member is wrong.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton<TroubleText>();
        services.AddSingleton<Operations.OperationsActs>();
        services.AddSingleton<RemarkDesk>();
        services.AddSingleton<LoginThrottle>();
        services.AddApiDescription();
        return services;
    }

    /// <summary>Maps every address of the API.</summary>
    public static void MapConsoleApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(BodyLimit))
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapAuth();
        api.MapMe();
        api.MapAgencies();
        api.MapAccounts();
        api.MapMedia();
        api.MapPosts();
        api.MapChecks();
        api.MapRules();
        api.MapTemplates();
        api.MapReviewPlans();
        api.MapReviews();
        api.MapEmergencies();
        api.MapAbsences();
        api.MapRemarks();
        api.MapRevisions();
        api.MapCalendar();
        api.MapWorkload();
        api.MapThreads();
        api.MapAudit();
        api.MapEvidence();
        api.MapOperations();
        api.MapNotices();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }
}
