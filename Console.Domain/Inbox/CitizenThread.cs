using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Inbox;

/// <summary>How a conversation stands.</summary>
public enum ThreadStatus
{
    /// <summary>The citizen waits for an answer.</summary>
    Waiting,

    /// <summary>The last word was the agency's.</summary>
    Answered,
}

/// <summary>Who spoke.</summary>
public enum MessageDirection
{
    /// <summary>The citizen.</summary>
    In,

    /// <summary>The agency.</summary>
    Out,
}

/// <summary>会话: a citizen's conversation with an account.</summary>
public sealed class CitizenThread : Aggregate, IScoped
{
    private CitizenThread()
    {
    }

    /// <summary>Opens a conversation.</summary>
    public CitizenThread(Guid agencyId, Guid accountId, string openId, DateTimeOffset at)
    {
        AgencyId = agencyId;
        AccountId = accountId;
        OpenId = openId;
        LastMessageAt = at;
    }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>The account spoken to.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The citizen, as this account knows them.</summary>
    public string OpenId { get; private set; } = string.Empty;

    /// <summary>Who waits for whom.</summary>
    public ThreadStatus Status { get; private set; }

    /// <summary>When the last word was said, UTC.</summary>
    public DateTimeOffset LastMessageAt { get; private set; }

    /// <summary>Since when the citizen waits, UTC; null when answered.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }

    /// <summary>The citizen wrote.</summary>
    /// <param name="type">text, image, voice …</param>
    /// <param name="text">The words, or what stands for them.</param>
    /// <param name="platformMsgId">The platform's MsgId; kept once.</param>
    /// <param name="at">When, UTC.</param>
    public CitizenMessage Receive(string type, string text, string? platformMsgId, DateTimeOffset at)
    {
        if (Status == ThreadStatus.Answered || WaitingSince is null)
        {
            WaitingSince = at;
        }

        Status = ThreadStatus.Waiting;
        LastMessageAt = at > LastMessageAt ? at : LastMessageAt;
        return new CitizenMessage(this, MessageDirection.In, type, text, platformMsgId, at);
    }

    /// <summary>The agency answered.</summary>
    public CitizenMessage Reply(string text, Guid by, DateTimeOffset at)
    {
        Status = ThreadStatus.Answered;
        WaitingSince = null;
        LastMessageAt = at;
        Record(new DomainEvent("threadReplied", "thread", Id, AgencyId, by, at, null));
        return new CitizenMessage(this, MessageDirection.Out, "text", text, null, at);
    }
}

/// <summary>留言: one message of a conversation.</summary>
public sealed class CitizenMessage : IScoped
{
    /// <summary>Longest reply, in UTF-8 bytes (older pages; unconfirmed).</summary>
    public const int ReplyLimit = 2048;

    private CitizenMessage()
    {
        Type = Text = string.Empty;
    }

    internal CitizenMessage(CitizenThread thread, MessageDirection direction, string type, string text, string? platformMsgId, DateTimeOffset at)
    {
        ThreadId = thread.Id;
        AgencyId = thread.AgencyId;
        AccountId = thread.AccountId;
        Direction = direction;
        Type = type;
        Text = text;
        PlatformMsgId = platformMsgId;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The conversation.</summary>
    public Guid ThreadId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>The account spoken to.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Who spoke.</summary>
    public MessageDirection Direction { get; private set; }

    /// <summary>text, image, voice …</summary>
    public string Type { get; private set; }

    /// <summary>The words, or what stands for them.</summary>
    public string Text { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The platform's MsgId; unique within the account.</summary>
    public string? PlatformMsgId { get; private set; }
}
