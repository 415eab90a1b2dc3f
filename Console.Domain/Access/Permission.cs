namespace GovAccountConsole.Domain.Access;

/// <summary>One kind of act. Which role holds which permission stands in <see cref="PermissionTable"/> alone.</summary>
public enum Permission
{
    /// <summary>See what lies in one's scope; every grant gives it.</summary>
    View,

    /// <summary>Write posts and upload media; submit, withdraw, delete.</summary>
    WritePosts,

    /// <summary>Decide on a post at a review step; which step is the review's own rule.</summary>
    ReviewPosts,

    /// <summary>Give an approved post its time, or take it back.</summary>
    SchedulePosts,

    /// <summary>Send an approved post now.</summary>
    PublishPosts,

    /// <summary>Take a published post off the platform.</summary>
    RecallPosts,

    /// <summary>Register, change, import, verify and close accounts.</summary>
    ManageAccounts,

    /// <summary>Let a verified account go live.</summary>
    ApproveAccounts,

    /// <summary>Freeze and unfreeze accounts.</summary>
    SuspendAccounts,

    /// <summary>Change the tree of agencies.</summary>
    ManageAgencies,

    /// <summary>Create people and give or take role grants.</summary>
    ManagePeople,

    /// <summary>Maintain what writing and review are held to: review plans, word lists, names and titles, rule profiles, shared templates.</summary>
    ManageRules,

    /// <summary>Note that another reviewer is away, and who decides in his place.</summary>
    ManageAbsences,

    /// <summary>Maintain the templates of an agency.</summary>
    ManageTemplates,

    /// <summary>Stop and resume all sending, matrix-wide.</summary>
    OperateMatrix,

    /// <summary>Read the audit entries.</summary>
    ReadAudit,

    /// <summary>Read citizens' messages.</summary>
    ReadThreads,

    /// <summary>Answer citizens.</summary>
    ReplyThreads,
}
