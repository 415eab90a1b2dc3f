namespace GovAccountConsole.Domain.Publishing;

/// <summary>Interfaces of the platform whose calls per account and day are few.</summary>
public enum CallInterface
{
    /// <summary>freepublish/get.</summary>
    PublishStatus,

    /// <summary>freepublish/batchget.</summary>
    PublishedList,

    /// <summary>freepublish/getarticle.</summary>
    PublishedArticle,

    /// <summary>draft/get.</summary>
    DraftBox,

    /// <summary>draft/add.</summary>
    DraftAdding,

    /// <summary>freepublish/submit.</summary>
    Submission,

    /// <summary>message/mass/sendall.</summary>
    Push,
}

/// <summary>Who wants to ask the platform.</summary>
public enum Asker
{
    /// <summary>The console by itself: it leaves a reserve and stops where the platform closed the interface.</summary>
    Machine,

    /// <summary>The console, for something a person has just decided: it may use the reserve.</summary>
    ForPerson,

    /// <summary>A person who waits for the answer: always asked, the platform's own answer counts.</summary>
    Person,
}

/// <summary>
/// How often an account asked one interface on one day in Shanghai. Only questions are counted and held back; what sends is never delayed by a count,
/// the platform's refusal is enough.
/// </summary>
public sealed class CallBudget
{
    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The day in Shanghai.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Which interface.</summary>
    public required CallInterface Interface { get; init; }

    /// <summary>Questions so far.</summary>
    public int Used { get; init; }

    /// <summary>When the platform said that the day's calls are used up (45009), UTC; null while it answers.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Calls a day of a new account (platform's table of daily limits); larger accounts have more, and the platform's refusal is the truth.</summary>
    public static int LimitOf(CallInterface what) => what switch
    {
        CallInterface.DraftBox => 500,
        CallInterface.DraftAdding => 1000,
        _ => 100,
    };

    /// <summary>How many of them <paramref name="who"/> may have used; a fifth is kept for what people ask.</summary>
    public static int ShareOf(CallInterface what, Asker who) => who switch
    {
        Asker.Machine => LimitOf(what) * 4 / 5,
        Asker.ForPerson => LimitOf(what),
        _ => int.MaxValue,
    };
}
