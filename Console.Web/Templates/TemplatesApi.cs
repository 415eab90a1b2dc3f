using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Templates;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Templates;

/// <summary>A fact a template asks for, on the wire; <c>key</c> may be left out when it is new.</summary>
public sealed record TemplateFieldJson(string? Key, string? Label, FieldKind Kind, bool Required)
{
    /// <summary>In the domain's form.</summary>
    public TemplateField ToField() => new(Key ?? string.Empty, Label ?? string.Empty, Kind, Required);
}

/// <summary>A template as the caller sends it; <c>agencyId</c> and <c>key</c> only when it is made.</summary>
public sealed record TemplateBody(
    string? Name, string? Purpose, string? Title, string? Digest, string? Author, string? ContentHtml, IReadOnlyList<TemplateFieldJson>? Fields, Guid? AgencyId = null, string? Key = null)
{
    /// <summary>In the form of the use cases.</summary>
    public TemplateInput ToInput() => new(Name, Purpose, Title, Digest, Author, ContentHtml, [.. (Fields ?? []).Select(field => field.ToField())]);
}

/// <summary>A template on the wire; <c>number</c> is its version, <c>shared</c> that everybody in the matrix writes by it.</summary>
public sealed record TemplateJson(
    Guid Id, string Key, string Name, string Purpose, Guid AgencyId, string AgencyName, bool Shared, int Number, string Title, string Digest, string Author, string ContentHtml,
    IReadOnlyList<TemplateFieldJson> Fields, DateTimeOffset ChangedAt, string? ChangedBy, DateTimeOffset? RetiredAt, bool MayChange)
{
    /// <summary>Puts a template on the wire.</summary>
    public static TemplateJson Of(TemplateRow row)
    {
        var (template, current) = (row.Template, row.Template.Current);
        return new(
            template.Id, template.Key, template.Name, template.Purpose, template.AgencyId, row.Owner.Name, row.Owner.IsTop, current.Number, current.Title, current.Digest, current.Author, current.Body,
            [.. current.Fields.Select(field => new TemplateFieldJson(field.Key, field.Label, field.Kind, field.Required))], current.At, row.ChangedBy, template.RetiredAt, row.MayChange);
    }
}

/// <summary><c>/api/v1/templates</c>: what kinds of text begin with and must tell.</summary>
public static class TemplatesApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapTemplates(this IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/templates").WithTags("templates");
        templates.MapGet("", async (HttpContext context, TemplateQueries queries, CancellationToken token) =>
            Results.Ok(new ListJson<TemplateJson>([.. (await queries.ListAsync(context.Actor(), token)).Select(TemplateJson.Of)], null)))
            .Says("The templates of the agencies in scope and of the bodies above them, by name; retired ones last.").Answers<ListJson<TemplateJson>>();
        templates.MapGet("/{id:guid}", (Guid id, HttpContext context, TemplateQueries queries, CancellationToken token) => SendAsync(context, queries, id, token))
            .Says("A template in its newest version.").Answers<TemplateJson>();
        templates.MapPost("", CreateAsync).Says("Adds a template of an agency, or of the department for everybody.").Answers<TemplateJson>(StatusCodes.Status201Created);
        templates.MapPut("/{id:guid}", ChangeAsync).Says("Makes the next version of a template; needs If-Match. Posts keep the version they were begun with.").NeedsIfMatch().Answers<TemplateJson>();
        templates.MapPost("/{id:guid}/retire", RetireAsync).Says("Takes a template out of use.").Answers<TemplateJson>();
    }

    private static async Task<IResult> SendAsync(HttpContext context, TemplateQueries queries, Guid id, CancellationToken token, int status = StatusCodes.Status200OK)
    {
        if (await queries.GetAsync(context.Actor(), id, token) is not { } row)
        {
            return Problems.From(context, Error.NotFound);
        }

        context.SetETag(row.Template.Version);
        return Results.Json(TemplateJson.Of(row), statusCode: status);
    }

    private static async Task<IResult> CreateAsync(TemplateBody? body, HttpContext context, CreateTemplate create, TemplateQueries queries, CancellationToken token)
    {
        var created = await create.ExecuteAsync(context.Actor(), body?.AgencyId, body?.Key, body?.ToInput() ?? TemplateInput.Blank, token);
        return created.Succeeded ? await SendAsync(context, queries, created.Value.Id, token, StatusCodes.Status201Created) : Problems.From(context, created);
    }

    private static async Task<IResult> ChangeAsync(Guid id, TemplateBody? body, HttpContext context, ChangeTemplate change, TemplateQueries queries, CancellationToken token)
    {
        if (!context.TryRequireVersion(out var version, out var refusal))
        {
            // Role and absence come before the missing header; version 0 matches nothing.
            var refused = await change.ExecuteAsync(context.Actor(), id, 0, TemplateInput.Blank, token);
            return refused.Error.Kind != ErrorKind.Stale ? Problems.From(context, refused) : refusal!;
        }

        var changed = await change.ExecuteAsync(context.Actor(), id, version, body?.ToInput() ?? TemplateInput.Blank, token);
        return changed.Succeeded ? await SendAsync(context, queries, id, token) : Problems.From(context, changed);
    }

    private static async Task<IResult> RetireAsync(Guid id, HttpContext context, RetireTemplate retire, TemplateQueries queries, CancellationToken token)
    {
        var retired = await retire.ExecuteAsync(context.Actor(), id, token);
        return retired.Succeeded ? await SendAsync(context, queries, id, token) : Problems.From(context, retired);
    }
}
