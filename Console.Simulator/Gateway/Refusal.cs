using System.Text.Json.Nodes;

namespace GovAccountConsole.Simulator.Gateway;

/// <summary>The platform says no: an error code, its message, and what else the answer carries.</summary>
internal sealed class Refusal(int code, string? hint = null, JsonObject? extra = null) : Exception(ErrorTexts.Of(code) + hint)
{
    public int Code { get; } = code;

    public JsonObject? Extra { get; } = extra;
}
