namespace GovAccountConsole.Domain.Notices;

/// <summary>
/// 提醒 of one kind. None is about reads, likes, follows or the like, and none may ever be (rules.md X1, X17: staff are never reminded of
/// engagement).
/// </summary>
public enum NoticeKind
{
    /// <summary>A post waits for the person's decision.</summary>
    YourTurn,

    /// <summary>The person's post came back with reasons.</summary>
    Returned,

    /// <summary>The last step approved the person's post.</summary>
    Approved,

    /// <summary>Somebody changed the person's post after it was submitted: its approvals are void.</summary>
    Changed,

    /// <summary>Somebody gave the person's post its slot.</summary>
    Scheduled,

    /// <summary>The person's post went out.</summary>
    Published,

    /// <summary>Somebody took the person's post off the platform.</summary>
    Recalled,

    /// <summary>The person's post certainly was not sent.</summary>
    Failed,

    /// <summary>The person's post needs a person: outcome unknown, or too late to go out unasked.</summary>
    NeedsPerson,

    /// <summary>A push waits for the account's administrator, who has half an hour to confirm it on the phone.</summary>
    AwaitingAdmin,

    /// <summary>The account's administrator did not confirm: the slot is free again, the approval stays.</summary>
    NotConfirmed,

    /// <summary>A look before the slot found something that would stop the person's post, or harm it.</summary>
    Preflight,

    /// <summary>A delivery that nobody waits for any more was found: due and not taken up, or unknown for more than a day.</summary>
    Overlooked,

    /// <summary>The approval of the person's post lapsed.</summary>
    Expired,

    /// <summary>Somebody remarked on the person's post, or answered the person's remark.</summary>
    Remark,

    /// <summary>A step the person may decide is nearly out of time.</summary>
    ClockRunning,

    /// <summary>A step the person may decide is out of time.</summary>
    ClockRanOut,

    /// <summary>A step ran out of time and is offered to the person's level as well.</summary>
    Escalated,

    /// <summary>The person was named to stand in for somebody.</summary>
    SubstituteNamed,

    /// <summary>Standing in for somebody ended before its last day.</summary>
    SubstituteReleased,

    /// <summary>The full review of an emergency post is due.</summary>
    EmergencyFollowUp,

    /// <summary>An account's credentials do not work.</summary>
    CredentialsFailing,

    /// <summary>An account was frozen.</summary>
    AccountSuspended,

    /// <summary>An account's freeze was lifted.</summary>
    AccountResumed,

    /// <summary>All sending was stopped, matrix-wide.</summary>
    MatrixStopped,

    /// <summary>Sending goes on again.</summary>
    MatrixResumed,
}
