using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Faults;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Gateway;

/// <summary>One authenticated call, its body read, while the account's gate is held; with the disturbance ordered for it.</summary>
internal sealed record ApiCall(Account Account, IQueryCollection Query, ReadOnlyMemory<byte> Body, UploadedFile? File, DateTimeOffset Now, Fault? Fault)
{
    /// <summary>The body as a JSON object: 44002 when empty, 47001 when malformed.</summary>
    public WireObject Json() => WireObject.Parse(Body);

    public static JsonObject Ok() => new() { ["errcode"] = 0, ["errmsg"] = "ok" };
}

/// <summary>The file of a multipart call, with the fields beside it.</summary>
internal sealed record UploadedFile(string FileName, byte[] Bytes, IReadOnlyDictionary<string, string> Fields)
{
    public string Extension => Path.GetExtension(FileName).TrimStart('.').ToUpperInvariant();
}

/// <summary>A call of the platform: where, how, who may, how often a day.</summary>
internal sealed record ApiRoute(string Method, string Path, Func<ApiCall, JsonObject> Handler)
{
    /// <summary>Only for verified accounts, else 48001.</summary>
    public bool VerifiedOnly { get; init; }

    /// <summary>Only for service accounts, else 48001.</summary>
    public bool ServiceOnly { get; init; }

    /// <summary>Calls a day; null is not counted.</summary>
    public int? DailyLimit { get; init; }

    /// <summary>Calls a minute; null is not counted.</summary>
    public int? MinuteLimit { get; init; }

    public bool Multipart { get; init; }

    /// <summary>Answers with bytes instead of JSON when the handler puts an image id under this name.</summary>
    public string? BinaryMember { get; init; }
}
