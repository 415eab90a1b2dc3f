using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GovAccountConsole.Web.Api;

/// <summary>How an address describes itself in <c>/openapi/v1.json</c>, in the words of the contract.</summary>
public static class Descriptions
{
    private static readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal)
    {
        ["account"] = "Id of an account.",
        ["agency"] = "Id of an agency: it and everything below it.",
        ["parent"] = "Id of the agency directly above.",
        ["sector"] = "Code or name of a sector.",
        ["shelf"] = "Which part of the library.",
        ["status"] = "One or more states, separated by commas.",
        ["kind"] = "`subscription` or `service`.",
        ["q"] = "Words to look for.",
        ["from"] = "Inclusive: a date-time with offset, or a date meaning 00:00 Asia/Shanghai.",
        ["to"] = "Exclusive: a date-time with offset, or a date meaning 00:00 Asia/Shanghai.",
        ["subject"] = "Id of what was acted on.",
        ["mode"] = "`preview` (default) only looks; `merge` takes over what is new or changed; `replace` makes the list what the file says.",
        ["partial"] = "`true` takes the good rows even when others are bad.",
        ["unread"] = "`true` leaves out what was read.",
        ["cursor"] = "`nextCursor` of the page before.",
        ["limit"] = "Items of a page, 1 to 200; 50 when not said.",
    };

    /// <summary>What the address does, in a sentence.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string sentence) => endpoint.WithSummary(sentence);

    /// <summary>What it answers with when all goes well; every refusal is a problem.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) =>
        endpoint.Produces<T>(status).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>That it answers without a body.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, int status) =>
        endpoint.Produces(status).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>The query parameters it reads.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, params string[] names) => endpoint.WithMetadata(new QueryParameters(names));

    /// <summary>The query parameters it reads, with those of every list.</summary>
    public static RouteHandlerBuilder TakesList(this RouteHandlerBuilder endpoint, params string[] names) => endpoint.Takes([.. names, "cursor", "limit"]);

    /// <summary>A query parameter that is a number, with what it means here.</summary>
    public static RouteHandlerBuilder TakesNumber(this RouteHandlerBuilder endpoint, string name, string meaning) => endpoint.WithMetadata(new QueryNumber(name, meaning));

    /// <summary>That it demands the ETag last read.</summary>
    public static RouteHandlerBuilder NeedsIfMatch(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new DemandsIfMatch())
        .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);

    /// <summary>That it takes a file as multipart form data.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new DemandsFile())
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    /// <summary>Registers the document.</summary>
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "GovAccountConsole",
                Version = "v1",
                Description = "Times are ISO 8601 with offset, ids UUID strings. Errors are RFC 9457 problems with a stable `code`. Log in at /api/v1/auth/login and send "
                    + "`Authorization: Bearer …`. What lies outside the caller's grants is absent.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Complete(operation, context.Description.ActionDescriptor.EndpointMetadata);
            return Task.CompletedTask;
        });
    });

    private static void Complete(OpenApiOperation operation, IList<object> metadata)
    {
        operation.Parameters ??= [];
        foreach (var name in metadata.OfType<QueryParameters>().SelectMany(parameters => parameters.Names))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = _parameters[name],
                Schema = new OpenApiSchema { Type = name == "limit" ? JsonSchemaType.Integer : JsonSchemaType.String },
            });
        }

        foreach (var (name, meaning) in metadata.OfType<QueryNumber>())
        {
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } });
        }

        if (metadata.OfType<DemandsIfMatch>().Any())
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Required = true,
                Description = "The ETag last read.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        if (metadata.OfType<DemandsFile>().Any())
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["multipart/form-data"] = new()
                    {
                        Schema = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Object,
                            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                            {
                                ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                            },
                        },
                    },
                },
            };
        }

        if (metadata.OfType<Microsoft.AspNetCore.Authorization.IAllowAnonymous>().Any())
        {
            operation.Security = [];
        }
    }

    private sealed record QueryParameters(IReadOnlyList<string> Names);

    private sealed record QueryNumber(string Name, string Meaning);

    private sealed record DemandsIfMatch;

    private sealed record DemandsFile;
}
