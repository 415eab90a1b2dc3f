using System.Security.Cryptography;
using System.Text;
using GovAccountConsole.Simulator.Drafts;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Mass;

/// <summary>What a mass call wants sent: a draft's articles, or a text.</summary>
internal sealed record MassMessage(string Type, string? MediaId, string? Text)
{
    public static MassMessage Read(WireObject body)
    {
        var type = body.String("msgtype");
        switch (type)
        {
            case "mpnews":
                var mediaId = body.Object("mpnews")?.String("media_id") ?? throw new Refusal(40007);
                return new MassMessage(type, mediaId, null);
            case "text":
                var text = body.Object("text")?.Text("content");
                return text is { IsEmpty: false } content ? new MassMessage(type, null, content.Value) : throw new Refusal(44004);
            case "wxcard":
                throw new Refusal(45113);
            default:
                throw new Refusal(40008);
        }
    }

    /// <summary>The articles to send; 40007 when the draft is gone, as after an earlier send.</summary>
    public List<DraftArticle> Articles(Account account) => MediaId is null ? [] : [.. DraftsApi.Find(account, MediaId).Articles];

    /// <summary>What the platform derives when no clientmsgid is given: the same range and content within a day is refused.</summary>
    public string Digest(string range) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{range}\n{Type}\n{MediaId}\n{Text}")));
}
