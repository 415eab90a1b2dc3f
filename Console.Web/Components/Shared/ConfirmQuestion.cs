namespace GovAccountConsole.Web.Components.Shared;

/// <summary>A question before something citizens would feel: what exactly will happen, number, date and verb included.</summary>
/// <param name="Title">The question, e.g. 停下全部发布？</param>
/// <param name="Confirm">The word on the confirming button; repeats number, date and verb.</param>
/// <param name="Keep">The word on the safe button, which has the focus.</param>
public sealed record ConfirmQuestion(string Title, string Confirm, string Keep)
{
    /// <summary>One sentence: what will happen.</summary>
    public string? Body { get; init; }

    /// <summary>What follows, one line each.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>What cannot be undone; the only red in the dialog.</summary>
    public string? Irreversible { get; init; }

    /// <summary>Label of the reason; null when none is asked for. A reason asked for is required.</summary>
    public string? ReasonLabel { get; init; }

    /// <summary>Help below the reason.</summary>
    public string? ReasonHelp { get; init; }

    /// <summary>Whether the confirming button is red: irreversible, or citizens are hurt.</summary>
    public bool Dangerous { get; init; }
}

/// <summary>The person confirmed.</summary>
/// <param name="Reason">What was written; empty when no reason was asked for.</param>
public sealed record ConfirmAnswer(string Reason);
