using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace GovAccountConsole.Web.Startup;

/// <summary>Where settings come from: appsettings, the repository's appsettings.Development.json, then environment and command line.</summary>
public static class ConfigurationStartup
{
    /// <summary>The address of the console when nothing else is said.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>
    /// Reads the Development settings that lie at the root of the repository. The build links them beside the program, but
    /// <c>dotnet run</c> has the project folder as content root and would never find them there. They are placed right after
    /// the other JSON files, so that environment variables still win.
    /// </summary>
    public static WebApplicationBuilder AddConsoleConfiguration(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            var sources = builder.Configuration.Sources;
            var last = sources.Select((source, index) => source is JsonConfigurationSource ? index : -1).DefaultIfEmpty(-1).Max();
            sources.Insert(last + 1, new JsonConfigurationSource
            {
                FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
                Path = "appsettings.Development.json",
                Optional = true,
            });
        }

        // Not in appsettings.json: that file is read after ASPNETCORE_URLS and would override it.
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        return builder;
    }
}
