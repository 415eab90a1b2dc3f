using GovAccountConsole.Simulator.Drafts;

namespace GovAccountConsole.Simulator.Publishing;

internal enum PublishChannel
{
    /// <summary>发布: a page, followers not told.</summary>
    Publish,

    /// <summary>群发 to all: also in the feed and on the profile.</summary>
    MassSend,

    /// <summary>群发 by tag or OpenID: in the feed of those followers, not on the profile.</summary>
    TargetedSend,
}

/// <summary>An article with a permanent address.</summary>
internal sealed class PublishedArticle
{
    /// <summary>The last part of the page's address.</summary>
    public string Key { get; set; } = "";

    /// <summary>The article_id of a publication or the msg_id of a send; articles that went together share it.</summary>
    public string GroupId { get; set; } = "";

    /// <summary>From 1.</summary>
    public int Position { get; set; }
    public PublishChannel Channel { get; set; }
    public DraftArticle Content { get; set; } = new();
    public DateTimeOffset At { get; set; }
    public bool IsDeleted { get; set; }
    public int Reads { get; set; }
}
