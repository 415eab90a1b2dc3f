using GovAccountConsole.Web.Checks.Lists;
using GovAccountConsole.Web.Audit;
using GovAccountConsole.Web.Evidence;
using GovAccountConsole.Web.Posts;
using GovAccountConsole.Infrastructure;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Infrastructure.Jobs;
using GovAccountConsole.Web.Inbox;

namespace GovAccountConsole.Web.Startup;

/// <summary>Puts the concerns of this folder together, in the order that matters.</summary>
public static class PipelineStartup
{
    /// <summary>Registers everything the console consists of.</summary>
    /// <param name="builder">The application being built.</param>
    /// <param name="connectionString">The database to use.</param>
    public static WebApplicationBuilder AddConsole(this WebApplicationBuilder builder, string connectionString)
    {
        builder.Services.AddConsoleInfrastructure(connectionString, builder.Configuration).AddWorkers();
        builder.Services.AddConsoleIdentity();
        builder.Services.AddConsoleCultures();
        builder.Services.AddConsolePages();
        builder.Services.AddConsoleApi();
        builder.Services.AddConsoleHealth();
        builder.AddConsoleTelemetry();
        return builder;
    }

    /// <summary>The way of a request: protection first, then who it is, in which language, then what is asked for.</summary>
    public static WebApplication UseConsole(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseApiProblems();
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.UseAuthorization();
        app.UseApiActors();
        app.UseAntiforgery();
        app.MapConsoleHealth();
        app.MapPlatformCallback();
        app.MapFrameEndpoints();
        app.MapMediaEndpoints();
        app.MapRuleDownloads();
        app.MapEvidenceFile();
        app.MapAuditDownload();
        app.MapConsoleApi();
        app.MapConsolePages();
        return app;
    }
}
