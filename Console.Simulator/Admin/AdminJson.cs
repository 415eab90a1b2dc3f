using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovAccountConsole.Simulator.Admin;

/// <summary>JSON of the simulator's own interface: camelCase, enums as words.</summary>
internal static class AdminJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IResult Write(object value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, statusCode: status);

    public static IResult Problem(int status, string detail) => Write(new { status, detail }, status);

    /// <summary>Reads a body; a malformed one, or one with an unknown member, gives the sentence that says so.</summary>
    public static async Task<(T? Value, IResult? Refusal)> ReadAsync<T>(HttpContext context)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(context.Request.Body, Options, context.RequestAborted) is { } value
                ? (value, null)
                : (null, Problem(StatusCodes.Status400BadRequest, "A JSON body is expected."));
        }
        catch (JsonException problem)
        {
            return (null, Problem(StatusCodes.Status400BadRequest, problem.Message));
        }
    }
}
