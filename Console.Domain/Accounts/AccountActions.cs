using GovAccountConsole.Domain.Access;

namespace GovAccountConsole.Domain.Accounts;

/// <summary>What can be done with an account.</summary>
public enum AccountAction
{
    /// <summary>Change its details and credentials.</summary>
    Change,

    /// <summary>Test its credentials live.</summary>
    Verify,

    /// <summary>Let it go live.</summary>
    Approve,

    /// <summary>Freeze it.</summary>
    Suspend,

    /// <summary>Lift the freeze.</summary>
    Resume,

    /// <summary>End it for good.</summary>
    Close,
}

/// <summary>Which acts a person may do with an account right now: what the buttons show and the use cases allow.</summary>
public static class AccountActions
{
    private static readonly (AccountAction Action, Permission Permission, AccountStatus[] From)[] _table =
    [
        (AccountAction.Change, Permission.ManageAccounts, [AccountStatus.Applied, AccountStatus.Verifying, AccountStatus.Active, AccountStatus.Suspended]),
        (AccountAction.Verify, Permission.ManageAccounts, [AccountStatus.Applied, AccountStatus.Verifying, AccountStatus.Active, AccountStatus.Suspended]),
        (AccountAction.Approve, Permission.ApproveAccounts, [AccountStatus.Applied, AccountStatus.Verifying]),
        (AccountAction.Suspend, Permission.SuspendAccounts, [AccountStatus.Active]),
        (AccountAction.Resume, Permission.SuspendAccounts, [AccountStatus.Suspended]),
        (AccountAction.Close, Permission.ManageAccounts, [AccountStatus.Applied, AccountStatus.Verifying, AccountStatus.Active, AccountStatus.Suspended]),
    ];

    /// <summary>The permission an act needs.</summary>
    public static Permission PermissionFor(AccountAction action) => _table.First(row => row.Action == action).Permission;

    /// <summary>The acts open to <paramref name="actor"/>, in the order of <see cref="AccountAction"/>.</summary>
    public static IReadOnlyList<AccountAction> For(AccountStatus status, Guid? applicant, Actor actor, IReadOnlyCollection<Guid> lineage) =>
    [
        .. _table.Where(row => row.From.Contains(status) && actor.Can(row.Permission, lineage)
            && (row.Action != AccountAction.Approve || actor.Id != applicant)).Select(row => row.Action),
    ];
}
