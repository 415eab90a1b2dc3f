using System.Text.Json;
using System.Text.Json.Serialization;
using GovAccountConsole.Domain.Templates;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Data.Seeding.Rules;

/// <summary>
/// The shared templates every matrix starts with, also one that is older than they are. They are the department's from then on: where there is a
/// template at all, also a changed or a retired one, nothing is added.
/// </summary>
public static class TemplateCatalogue
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The templates, owned by the department.</summary>
    public static IReadOnlyList<PostTemplate> Of(Guid department, DateTimeOffset now)
    {
        using var file = typeof(TemplateCatalogue).Assembly.GetManifestResourceStream("Rules/templates.json") ?? throw new InvalidOperationException("The starting templates are not built in.");
        return [.. JsonSerializer.Deserialize<Told[]>(file, _json)!.Select(told => Made(told, department, now))];
    }

    /// <summary>Adds them to a matrix that has a department and no templates yet.</summary>
    public static async Task EnsureAsync(ConsoleDb db, DateTimeOffset now, CancellationToken token)
    {
        var department = await db.Agencies.IgnoreQueryFilters().Where(agency => agency.ParentId == null).OrderBy(agency => agency.Id).Select(agency => (Guid?)agency.Id).FirstOrDefaultAsync(token);
        if (department is { } top && !await db.Set<PostTemplate>().AnyAsync(token))
        {
            db.AddRange(Of(top, now));
            await db.SaveChangesAsync(token);
        }
    }

    private static PostTemplate Made(Told told, Guid department, DateTimeOffset now)
    {
        var made = PostTemplate.Create(department, told.Key, told.Name, told.Purpose, new TemplateVersion(1, told.Title, told.Digest, string.Empty, string.Concat(told.Body), told.Fields, null, now));
        if (!made.Succeeded)
        {
            throw new InvalidDataException($"Template {told.Key}: {string.Join(", ", made.Errors.Select(error => $"{error.Code} {error.Field}"))}");
        }

        // Nobody did it: no audit entry.
        made.Value.TakeEvents();
        return made.Value;
    }

    private sealed record Told(string Key, string Name, string Purpose, string Title, string Digest, string[] Body, TemplateField[] Fields);
}
