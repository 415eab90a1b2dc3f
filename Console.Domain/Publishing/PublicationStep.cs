namespace GovAccountConsole.Domain.Publishing;

/// <summary>How a delivery stands.</summary>
public enum PublicationStatus
{
    /// <summary>Its time has not come, or it is held up.</summary>
    Waiting,

    /// <summary>Under way.</summary>
    Publishing,

    /// <summary>Confirmed by the platform.</summary>
    Published,

    /// <summary>Certainly not sent.</summary>
    Failed,

    /// <summary>The account's administrator must confirm on the phone.</summary>
    AwaitingAdmin,

    /// <summary>Nobody knows whether it was sent.</summary>
    Unconfirmed,
}

/// <summary>The steps of a delivery, in order.</summary>
public enum PublicationStepName
{
    /// <summary>The stored content still is what was approved.</summary>
    VerifyContent,

    /// <summary>Pictures and covers are on the platform.</summary>
    PrepareMedia,

    /// <summary>draft/add.</summary>
    CreateDraft,

    /// <summary>freepublish/submit or message/mass/sendall: the one call that must never happen twice.</summary>
    Submit,

    /// <summary>The platform's event, or a look-up.</summary>
    AwaitResult,

    /// <summary>Addresses kept, post marked as published.</summary>
    Finish,
}

/// <summary>How a step stands: the intent is written before the call, the result after.</summary>
public enum StepState
{
    /// <summary>Intent written; the call may or may not have been made.</summary>
    Started,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Refused by the platform.</summary>
    Failed,

    /// <summary>The answer was lost.</summary>
    Unknown,
}

/// <summary>One step of a delivery as it went.</summary>
public sealed class PublicationStep
{
    private PublicationStep()
    {
    }

    internal PublicationStep(int number, PublicationStepName name, DateTimeOffset at)
    {
        Number = number;
        Name = name;
        At = at;
    }

    /// <summary>Order within the delivery, from 1; a repeated step gets a new number.</summary>
    public int Number { get; private set; }

    /// <summary>Which step.</summary>
    public PublicationStepName Name { get; private set; }

    /// <summary>How it stands.</summary>
    public StepState State { get; internal set; }

    /// <summary>When the state was reached, UTC.</summary>
    public DateTimeOffset At { get; internal set; }

    /// <summary>The platform's id of what the step made: draft media_id, publish_id, msg_id, article_id.</summary>
    public string? PlatformId { get; internal set; }

    /// <summary>The platform's errcode.</summary>
    public int? ErrorCode { get; internal set; }

    /// <summary>The platform's request id of its refusal, for its support.</summary>
    public string? Rid { get; internal set; }
}
