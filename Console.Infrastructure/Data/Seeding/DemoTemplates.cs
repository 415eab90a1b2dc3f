using System.Text.Json;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Domain.Templates;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

/// <summary>The shared templates of the demo matrix.</summary>
internal static class DemoTemplates
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <summary>Adds them, owned by the department.</summary>
    public static void Add(ConsoleDb db, Guid department, DateTimeOffset now)
    {
        using var file = typeof(DemoTemplates).Assembly.GetManifestResourceStream("Demo/templates.json") ?? throw new InvalidOperationException("The demo templates are not part of the assembly.");
        foreach (var told in JsonSerializer.Deserialize<DemoTemplate[]>(file, _json)!)
        {
            var made = PostTemplate.Create(department, told.Key, told.Name, told.Purpose, new TemplateVersion(1, told.Title, told.Digest, string.Empty, string.Concat(told.Body), told.Fields, null, now));
            DemoMatrix.Require(made, told.Key);
            db.Add(made.Value);
        }
    }

    private sealed record DemoTemplate(string Key, string Name, string Purpose, string Title, string Digest, string[] Body, TemplateField[] Fields);
}
