using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Accounts;

/// <summary>Refusals about official accounts.</summary>
public static class AccountErrors
{
    /// <summary>AppIDs are <c>wx</c> and 16 letters or digits.</summary>
    public static readonly Error BadAppId = new("bad-app-id", ErrorKind.Invalid, "appId");

    /// <summary>AppSecrets are letters and digits, 32 as the platform gives them today.</summary>
    public static readonly Error BadAppSecret = new("bad-app-secret", ErrorKind.Invalid, "appSecret");

    /// <summary>Callback tokens are 3 to 32 letters and digits.</summary>
    public static readonly Error BadToken = new("bad-token", ErrorKind.Invalid, "token");

    /// <summary>EncodingAESKeys are 43 letters and digits.</summary>
    public static readonly Error BadEncodingAesKey = new("bad-encoding-aes-key", ErrorKind.Invalid, "encodingAesKey");

    /// <summary>The AppID is registered already.</summary>
    public static readonly Error AppIdTaken = new("app-id-taken", ErrorKind.Conflict, "appId");

    /// <summary>The agency does not exist in the actor's scope.</summary>
    public static readonly Error UnknownAgency = new("unknown-agency", ErrorKind.NotFound, "agencyId");

    /// <summary>Posts under review, scheduled or on their way would change hands in the middle.</summary>
    public static readonly Error PostsUnderWay = new("account-posts-under-way", ErrorKind.Conflict, "agencyId");

    /// <summary>appId, appSecret and ipAllowList have not all passed.</summary>
    public static readonly Error NotVerified = new("not-verified", ErrorKind.Conflict);

    /// <summary>Who applied may not approve.</summary>
    public static readonly Error ApplicantMayNotApprove = new("applicant-may-not-approve", ErrorKind.Conflict);

    /// <summary>A period allows at least one mass send and at most <see cref="Planning.Quota.MostPerPeriod"/>.</summary>
    public static readonly Error BadQuota = new("bad-quota", ErrorKind.Invalid, "limit", Planning.Quota.MostPerPeriod);

    /// <summary>Suspending, closing and the like need a reason.</summary>
    public static readonly Error NoReason = Error.Required("reason");

    /// <summary>With so many sends reserved, nothing would be left for anything but emergencies.</summary>
    public static Error ReservesAll(int limit) => new("quota-reserves-all", ErrorKind.Invalid, "reserved", limit);

    /// <summary>The account's state does not allow the act.</summary>
    public static Error WrongState(AccountStatus status) => new("account-" + JsonName(status), ErrorKind.Conflict);

    private static string JsonName(AccountStatus status) => status.ToString().ToLowerInvariant();
}
