using System.Globalization;
using System.Xml.Linq;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>The end of a publish job (PUBLISHJOBFINISH, reference §3.4).</summary>
/// <param name="PublishId">The job.</param>
/// <param name="Status">0 done; see <see cref="PublishResult.PublishStatus"/>.</param>
/// <param name="ArticleId">The publication, when done.</param>
/// <param name="Urls">Addresses in order.</param>
/// <param name="FailedPositions">Positions from 1 of failed articles.</param>
public sealed record PublishFinished(string PublishId, int Status, string? ArticleId, IReadOnlyList<string> Urls, IReadOnlyList<int> FailedPositions)
{
    /// <summary>Reads the event; null when the message is another one.</summary>
    public static PublishFinished? From(CallbackMessage message)
    {
        // One SDK's fixtures name it FREEPUBLISHJOBFINISH.
        if (message.Event?.ToUpperInvariant() is not ("PUBLISHJOBFINISH" or "FREEPUBLISHJOBFINISH")) return null;
        if (message.Root.Element("PublishEventInfo") is not { } info || info.Text("publish_id") is not { Length: > 0 } id) return null;
        if (!int.TryParse(info.Text("publish_status"), CultureInfo.InvariantCulture, out var status)) return null;
        var articleId = string.Concat((info.Text("article_id") ?? "").Where(character => !char.IsWhiteSpace(character)));
        return new(id, status, articleId.Length == 0 ? null : articleId, JobXml.Urls(info.Element("article_detail"), "idx", "article_url"), JobXml.Numbers(info, "fail_idx"));
    }
}

/// <summary>The end of a push (MASSSENDJOBFINISH, reference §4.5).</summary>
/// <param name="MsgId">The job.</param>
/// <param name="Status">"send success", "send fail" or err(n).</param>
/// <param name="SentCount">How many followers got it.</param>
/// <param name="Urls">Addresses in order.</param>
public sealed record MassFinished(string MsgId, string Status, int SentCount, IReadOnlyList<string> Urls)
{
    /// <summary>Delivered, if perhaps not to everybody.</summary>
    public bool Succeeded => string.Equals(Status, "send success", StringComparison.OrdinalIgnoreCase);

    /// <summary>The number in <c>err(10001)</c>; null for other states.</summary>
    public int? ErrorNumber =>
        Status.StartsWith("err(", StringComparison.OrdinalIgnoreCase) && int.TryParse(Status.AsSpan(4).TrimEnd(')'), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Reads the event; null when the message is another one.</summary>
    public static MassFinished? From(CallbackMessage message)
    {
        if (!string.Equals(message.Event, "MASSSENDJOBFINISH", StringComparison.OrdinalIgnoreCase)) return null;
        if (message.Root.Text("MsgID") is not { Length: > 0 } id || message.Root.Text("Status") is not { Length: > 0 } status) return null;
        _ = int.TryParse(message.Root.Text("SentCount"), CultureInfo.InvariantCulture, out var sent);
        return new(id, status, sent, JobXml.Urls(message.Root.Element("ArticleUrlResult")?.Element("ResultList"), "ArticleIdx", "ArticleUrl"));
    }
}

internal static class JobXml
{
    public static IReadOnlyList<string> Urls(XElement? list, string position, string address) =>
        list is null
            ? []
            : [.. list.Elements("item")
                .OrderBy(item => int.TryParse(item.Text(position), CultureInfo.InvariantCulture, out var place) ? place : int.MaxValue)
                .Select(item => item.Text(address)).OfType<string>().Where(url => url.Length > 0)];

    public static IReadOnlyList<int> Numbers(XElement parent, string name) =>
        [.. parent.Elements(name).Select(item => int.TryParse(item.Value.Trim(), CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0)];
}
