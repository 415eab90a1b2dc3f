namespace GovAccountConsole.Simulator.Messages;

internal enum ChatSide
{
    Citizen,
    Account,

    /// <summary>What the citizen's phone says on its own, e.g. that the account's service is out of order.</summary>
    Phone,
}

/// <summary>A line of the conversation between a citizen and an account.</summary>
internal sealed record ChatLine(DateTimeOffset At, string OpenId, ChatSide Side, string Text, long? MsgId = null)
{
    /// <summary>Sent through message/custom, and so counted against the citizen's last message.</summary>
    public bool IsCustomMessage { get; init; }
}
