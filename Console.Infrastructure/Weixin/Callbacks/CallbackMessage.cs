using System.Globalization;
using System.Xml.Linq;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>A message or an event that the platform delivered.</summary>
/// <param name="MsgType">text, image, voice, video, shortvideo, location, link or event.</param>
/// <param name="From">OpenID of the citizen, or of the platform's helper.</param>
/// <param name="CreatedAt">When, by the platform's clock.</param>
/// <param name="Root">The XML.</param>
public sealed record CallbackMessage(string MsgType, string From, DateTimeOffset CreatedAt, XElement Root)
{
    /// <summary>Name of the event, or null for a message.</summary>
    public string? Event => string.Equals(MsgType, "event", StringComparison.OrdinalIgnoreCase) ? Root.Text("Event") : null;

    /// <summary>
    /// What makes two deliveries the same: MsgId for messages; for events sender, time, name and the job they speak of, because two events
    /// of the helper can share a second.
    /// </summary>
    public string DedupeKey =>
        Event is null && Root.Text("MsgId") is { Length: > 0 } id
            ? "m:" + id
            : string.Join('|', "e", From, CreatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Event?.ToUpperInvariant(), Root.Text("EventKey"), JobId);

    /// <summary>The job of the event, when it has one.</summary>
    public string? JobId => Root.Text("MsgID") ?? Root.Element("PublishEventInfo")?.Text("publish_id");

    /// <summary>Reads the clear XML of a callback; null when it lacks what every callback has.</summary>
    public static CallbackMessage? Read(XElement root)
    {
        if (root.Text("MsgType") is not { Length: > 0 } type || root.Text("FromUserName") is not { Length: > 0 } from) return null;
        if (!long.TryParse(root.Text("CreateTime"), CultureInfo.InvariantCulture, out var seconds) || seconds is < 0 or > 253402300799) return null;
        return new(type.ToLowerInvariant(), from, DateTimeOffset.FromUnixTimeSeconds(seconds), root);
    }
}
