namespace GovAccountConsole.Domain.Accounts;

/// <summary>What kind of account the platform calls it.</summary>
public enum AccountKind
{
    /// <summary>订阅号: one mass send a day.</summary>
    Subscription,

    /// <summary>服务号: four mass sends a calendar month.</summary>
    Service,
}

/// <summary>功能定位: what the account is mainly for.</summary>
public enum Positioning
{
    /// <summary>媒体型.</summary>
    Media,

    /// <summary>沟通型.</summary>
    Communication,

    /// <summary>服务型.</summary>
    Service,
}

/// <summary>Life of an account: only an active one sends anything to the platform.</summary>
public enum AccountStatus
{
    /// <summary>已申请: registered, nothing tested yet.</summary>
    Applied,

    /// <summary>验证中: credentials tested or changed, not yet approved.</summary>
    Verifying,

    /// <summary>运行中.</summary>
    Active,

    /// <summary>已停用: frozen; scheduled posts wait, visibly.</summary>
    Suspended,

    /// <summary>已注销: for good.</summary>
    Closed,
}

/// <summary>One line of the live test of an account's credentials.</summary>
/// <param name="Name">appId, appSecret, ipAllowList, permissions, callback or verification.</param>
/// <param name="Ok">Passed, failed, or null when it could not be made.</param>
/// <param name="DetailCode">Key of the sentence that says what was found and how to mend it.</param>
/// <param name="Args">Values for the sentence (the address to allow …).</param>
/// <param name="ErrorCode">The platform's code, where it gave one.</param>
public sealed record CredentialCheck(string Name, bool? Ok, string DetailCode, IReadOnlyList<string> Args, int? ErrorCode);
