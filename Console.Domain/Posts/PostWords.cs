namespace GovAccountConsole.Domain.Posts;

/// <summary>Life of a post; which state follows which stands in <see cref="PostTransitions"/>.</summary>
public enum PostStatus
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>审核中.</summary>
    InReview,

    /// <summary>待排期: every step approved, no time yet.</summary>
    Approved,

    /// <summary>已排期.</summary>
    Scheduled,

    /// <summary>发布中: handed to the engine.</summary>
    Publishing,

    /// <summary>已发布.</summary>
    Published,

    /// <summary>已退回: back to the author with the reasons.</summary>
    Returned,

    /// <summary>已撤回: taken back by the author before approval.</summary>
    Withdrawn,

    /// <summary>发布失败: certainly not sent; says what to do next.</summary>
    Failed,

    /// <summary>待管理员确认: the platform's 30-minute confirmation.</summary>
    AwaitingAdmin,

    /// <summary>结果待核: the platform's answer was lost; nothing is sent again, a person decides.</summary>
    Unconfirmed,

    /// <summary>已删除: taken off the platform.</summary>
    Recalled,

    /// <summary>已过期: approved but never sent in time.</summary>
    Expired,
}

/// <summary>发布方式.</summary>
public enum Channel
{
    /// <summary>发布: a page; followers are not notified, no quota is used.</summary>
    Publish,

    /// <summary>群发: pushed to followers; uses the quota.</summary>
    MassSend,
}

/// <summary>What can be done with a post; the buttons and the use cases ask the same list.</summary>
public enum PostAction
{
    /// <summary>Change the content.</summary>
    Edit,

    /// <summary>Delete a post that never went anywhere.</summary>
    Delete,

    /// <summary>Hand it to review.</summary>
    Submit,

    /// <summary>Take it back from review.</summary>
    Withdraw,

    /// <summary>Approve the current step.</summary>
    Approve,

    /// <summary>Return it to the author.</summary>
    Return,

    /// <summary>Give it a time, or another time.</summary>
    Schedule,

    /// <summary>Take its time away.</summary>
    Unschedule,

    /// <summary>Send it now.</summary>
    Publish,

    /// <summary>Take it off the platform.</summary>
    Recall,

    /// <summary>Settle an unknown outcome after looking.</summary>
    Resolve,

    /// <summary>Send again what certainly did not go out, after looking.</summary>
    SendAgain,

    /// <summary>Begin a correction of what citizens got.</summary>
    Correct,
}
