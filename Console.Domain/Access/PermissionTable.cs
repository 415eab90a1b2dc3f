using System.Collections.Frozen;

namespace GovAccountConsole.Domain.Access;

/// <summary>Who may do what: the one table. What is not listed is denied.</summary>
public static class PermissionTable
{
    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> _table = new Dictionary<Role, Permission[]>
    {
        [Role.Editor] =
        [
            Permission.View, Permission.WritePosts, Permission.SchedulePosts, Permission.PublishPosts, Permission.RecallPosts,
        ],
        [Role.Reviewer] = [Permission.View, Permission.ReviewPosts],
        [Role.FinalReviewer] = [Permission.View, Permission.ReviewPosts, Permission.SchedulePosts, Permission.RecallPosts, Permission.ManageAbsences, Permission.ManageTemplates],
        [Role.Responder] = [Permission.View, Permission.ReadThreads, Permission.ReplyThreads],
        [Role.Supervisor] =
        [
            Permission.View, Permission.ReviewPosts, Permission.SchedulePosts, Permission.RecallPosts, Permission.ApproveAccounts,
            Permission.SuspendAccounts, Permission.ManageRules, Permission.ManageAbsences, Permission.ManageTemplates, Permission.OperateMatrix, Permission.ReadAudit,
            Permission.ReadThreads,
        ],
        [Role.Administrator] =
        [
            Permission.View, Permission.ManageAccounts, Permission.ApproveAccounts, Permission.SuspendAccounts, Permission.ManageAgencies,
            Permission.ManagePeople, Permission.ManageRules, Permission.ManageAbsences, Permission.ManageTemplates, Permission.OperateMatrix, Permission.ReadAudit, Permission.ReadThreads,
        ],
        [Role.Auditor] = [Permission.View, Permission.ReadAudit, Permission.ReadThreads],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>Whether <paramref name="role"/> holds <paramref name="permission"/>.</summary>
    public static bool Allows(Role role, Permission permission) => _table[role].Contains(permission);
}
