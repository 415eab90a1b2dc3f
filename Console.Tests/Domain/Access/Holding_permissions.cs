using GovAccountConsole.Domain.Access;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Access;

public sealed class Holding_permissions
{
    public static TheoryData<Role, Permission[]> Table => new()
    {
        { Role.Editor, [Permission.View, Permission.WritePosts, Permission.SchedulePosts, Permission.PublishPosts, Permission.RecallPosts] },
        { Role.Reviewer, [Permission.View, Permission.ReviewPosts] },
        { Role.FinalReviewer, [Permission.View, Permission.ReviewPosts, Permission.SchedulePosts, Permission.RecallPosts, Permission.ManageAbsences, Permission.ManageTemplates] },
        { Role.Responder, [Permission.View, Permission.ReadThreads, Permission.ReplyThreads] },
        {
            Role.Supervisor,
            [
                Permission.View, Permission.ReviewPosts, Permission.SchedulePosts, Permission.RecallPosts, Permission.ApproveAccounts,
                Permission.SuspendAccounts, Permission.ManageRules, Permission.ManageAbsences, Permission.ManageTemplates, Permission.OperateMatrix, Permission.ReadAudit, Permission.ReadThreads,
            ]
        },
        {
            Role.Administrator,
            [
                Permission.View, Permission.ManageAccounts, Permission.ApproveAccounts, Permission.SuspendAccounts, Permission.ManageAgencies,
                Permission.ManagePeople, Permission.ManageRules, Permission.ManageAbsences, Permission.ManageTemplates, Permission.OperateMatrix, Permission.ReadAudit, Permission.ReadThreads,
            ]
        },
        { Role.Auditor, [Permission.View, Permission.ReadAudit, Permission.ReadThreads] },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_role_may_exactly_this(Role role, Permission[] permissions) =>
        Assert.Equal(permissions.Order(), Enum.GetValues<Permission>().Where(permission => PermissionTable.Allows(role, permission)).Order());

    [Fact]
    public void A_grant_covers_its_agency_and_everything_below_and_nothing_beside_or_above()
    {
        Assert.True(Some.Editor.Can(Permission.WritePosts, [Some.Police, Some.Department]));
        Assert.True(Some.Editor.Can(Permission.WritePosts, [Guid.NewGuid(), Some.Police, Some.Department]));
        Assert.False(Some.Editor.Can(Permission.WritePosts, [Some.Court, Some.Department]));
        Assert.False(Some.Editor.Can(Permission.WritePosts, [Some.Department]));
        Assert.False(Actor.Nobody.Can(Permission.View, Some.PoliceLineage));
    }
}
