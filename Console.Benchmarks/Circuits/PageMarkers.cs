using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GovAccountConsole.Benchmarks.Circuits;

/// <summary>What a prerendered page leaves for the circuit: the markers of its root components and the state to begin with.</summary>
internal sealed partial record PageMarkers(string Operations, string State)
{
    /// <summary>Reads both from a page; null when it has no interactive part.</summary>
    public static PageMarkers? Read(string html)
    {
        var operations = new JsonArray();
        foreach (Match match in Marker().Matches(html))
        {
            var marker = JsonNode.Parse(match.Groups["json"].Value)!.AsObject();
            if (marker["type"]?.GetValue<string>() != "server" || marker["descriptor"] is null)
                continue;
            operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = marker });
        }

        if (operations.Count == 0)
            return null;
        var batch = new JsonObject { ["batchId"] = 1, ["operations"] = operations };
        return new PageMarkers(batch.ToJsonString(JsonSerializerOptions.Web), State1(html));
    }

    private static string State1(string html) => StateComment().Match(html) is { Success: true } match ? match.Groups["state"].Value : "";

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex StateComment();
}
