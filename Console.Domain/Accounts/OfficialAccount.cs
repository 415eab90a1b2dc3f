using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Accounts;

/// <summary>What a person fills in about an account, apart from the secrets.</summary>
public sealed record AccountDetails(string? Name, string? AppId, AccountKind Kind, bool Verified, Positioning Positioning)
{
    /// <summary>The platform's own id of the account, <c>gh_…</c>, where known.</summary>
    public string? OriginalId { get; init; }

    /// <summary>Who answers for the account, as text: name and post.</summary>
    public string? Responsible { get; init; }

    /// <summary>Filing number in the register of government accounts.</summary>
    public string? FilingNumber { get; init; }
}

/// <summary>Secrets as typed in; null or empty keeps the stored one. Never stored in this form.</summary>
public sealed record AccountSecrets(string? AppSecret, string? Token, string? EncodingAesKey);

/// <summary>Secrets after encryption; the only form that is stored.</summary>
public sealed record SealedSecrets(string? AppSecret, string? Token, string? EncodingAesKey);

/// <summary>公众号: a WeChat account owned by one agency.</summary>
public sealed partial class OfficialAccount : Aggregate, IScoped
{
    /// <summary>Longest name, in characters (the platform's limit for names is 30).</summary>
    public const int NameLimit = 30;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLimit = 500;

    private static readonly string[] _mustPass = ["appId", "appSecret", "ipAllowList"];

    private OfficialAccount()
    {
    }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>Name shown to citizens.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>The platform's AppID; unique.</summary>
    public string AppId { get; private set; } = string.Empty;

    /// <summary>The platform's own id, <c>gh_…</c>.</summary>
    public string? OriginalId { get; private set; }

    /// <summary>Subscription or service account.</summary>
    public AccountKind Kind { get; private set; }

    /// <summary>Whether the platform has verified the owner (微信认证).</summary>
    public bool Verified { get; private set; }

    /// <summary>What the account is mainly for.</summary>
    public Positioning Positioning { get; private set; }

    /// <summary>Where in its life the account stands.</summary>
    public AccountStatus Status { get; private set; }

    /// <summary>Why it was suspended or closed.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>Who answers for the account.</summary>
    public string? Responsible { get; private set; }

    /// <summary>Filing number in the register of government accounts.</summary>
    public string? FilingNumber { get; private set; }

    /// <summary>Who registered it; may not approve it.</summary>
    public Guid? ApplicantId { get; private set; }

    /// <summary>AppSecret, encrypted.</summary>
    public string? SealedAppSecret { get; private set; }

    /// <summary>Callback token, encrypted.</summary>
    public string? SealedToken { get; private set; }

    /// <summary>EncodingAESKey, encrypted.</summary>
    public string? SealedEncodingAesKey { get; private set; }

    /// <summary>Result of the last live test.</summary>
    public IReadOnlyList<CredentialCheck> Checks { get; private set; } = [];

    /// <summary>Whether something failed in the last live test.</summary>
    public bool HasFailedCheck { get; private set; }

    /// <summary>When the last live test was made.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>Followers as last read from the platform; a size for confirmations, never an assessment.</summary>
    public int? Followers { get; private set; }

    /// <summary>The review plan its posts go through; null = the default plan of three steps.</summary>
    public Guid? ReviewPlanId { get; private set; }

    /// <summary>When its last post went out.</summary>
    public DateTimeOffset? LastPublishedAt { get; private set; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Whether anything may be sent to the platform in its name.</summary>
    public bool MaySend => Status == AccountStatus.Active;

    /// <summary>Registers an account (已申请).</summary>
    public static Result<OfficialAccount> Apply(
        Guid agencyId, AccountDetails details, AccountSecrets typed, SealedSecrets sealedSecrets, Guid? by, DateTimeOffset now, Guid? id = null)
    {
        var errors = Check(details, typed, secretsRequired: true);
        if (errors.Count > 0)
        {
            return Result<OfficialAccount>.Refuse(errors);
        }

        var account = new OfficialAccount { AgencyId = agencyId, Status = AccountStatus.Applied, ApplicantId = by, CreatedAt = now };
        account.Id = id ?? account.Id;
        account.Take(details);
        account.SealedAppSecret = sealedSecrets.AppSecret;
        account.SealedToken = sealedSecrets.Token;
        account.SealedEncodingAesKey = sealedSecrets.EncodingAesKey;
        account.Note("accountApplied", by, now, account.Name);
        return account;
    }

    /// <summary>All violations of form in what was typed.</summary>
    public static IReadOnlyList<Error> Check(AccountDetails details, AccountSecrets typed, bool secretsRequired)
    {
        var errors = new List<Error>();
        if (string.IsNullOrWhiteSpace(details.Name))
        {
            errors.Add(Error.Required("name"));
        }
        else if (details.Name.Trim().Length > NameLimit)
        {
            errors.Add(Error.TooLong("name", NameLimit));
        }

        if (string.IsNullOrWhiteSpace(details.AppId))
        {
            errors.Add(Error.Required("appId"));
        }
        else if (!AppIdForm().IsMatch(details.AppId.Trim()))
        {
            errors.Add(AccountErrors.BadAppId);
        }

        Form(typed.AppSecret, AppSecretForm(), AccountErrors.BadAppSecret);
        Form(typed.Token, TokenForm(), AccountErrors.BadToken);
        Form(typed.EncodingAesKey, AesKeyForm(), AccountErrors.BadEncodingAesKey);
        return errors;

        void Form(string? value, Regex form, Error error)
        {
            if (string.IsNullOrEmpty(value))
            {
                if (secretsRequired)
                {
                    errors.Add(Error.Required(error.Field!));
                }
            }
            else if (!form.IsMatch(value))
            {
                errors.Add(error);
            }
        }
    }

    /// <summary>Changes the account; a changed credential sets it back to 验证中, since nobody has seen it work.</summary>
    public Result Change(Guid agencyId, AccountDetails details, AccountSecrets typed, SealedSecrets sealedSecrets, Guid? by, DateTimeOffset now)
    {
        if (Status == AccountStatus.Closed)
        {
            return AccountErrors.WrongState(Status);
        }

        var errors = Check(details, typed, secretsRequired: false);
        if (errors.Count > 0)
        {
            return Result.From(errors);
        }

        var credentialsChanged = details.AppId!.Trim() != AppId
            || sealedSecrets.AppSecret is not null || sealedSecrets.Token is not null || sealedSecrets.EncodingAesKey is not null;
        AgencyId = agencyId;
        Take(details);
        SealedAppSecret = sealedSecrets.AppSecret ?? SealedAppSecret;
        SealedToken = sealedSecrets.Token ?? SealedToken;
        SealedEncodingAesKey = sealedSecrets.EncodingAesKey ?? SealedEncodingAesKey;
        if (credentialsChanged)
        {
            Checks = [];
            HasFailedCheck = false;
            CheckedAt = null;
            if (Status != AccountStatus.Suspended)
            {
                Status = AccountStatus.Verifying;
            }
        }

        Note("accountChanged", by, now, credentialsChanged ? "credentials" : null);
        return Result.Success;
    }

    /// <summary>Keeps the result of a live test; a first test moves 已申请 to 验证中.</summary>
    public Result NoteChecks(IReadOnlyList<CredentialCheck> checks, Guid? by, DateTimeOffset now)
    {
        if (Status == AccountStatus.Closed)
        {
            return AccountErrors.WrongState(Status);
        }

        Checks = checks;
        HasFailedCheck = checks.Any(check => check.Ok == false);
        CheckedAt = now;
        if (Status == AccountStatus.Applied)
        {
            Status = AccountStatus.Verifying;
        }

        Note("accountVerified", by, now, string.Join(' ', checks.Where(check => check.Ok == false).Select(check => check.Name)));
        return Result.Success;
    }

    /// <summary>The platform refused in daily work what only somebody with access to the account can mend; a passed live test clears it.</summary>
    public void NoteTrouble(CredentialCheck failed, DateTimeOffset now)
    {
        // One notice per cause: what is known already is not told again.
        if (Checks.Any(check => check.Name == failed.Name && check.Ok == false && check.ErrorCode == failed.ErrorCode)) return;
        Checks = Checks.Any(check => check.Name == failed.Name) ? [.. Checks.Select(check => check.Name == failed.Name ? failed : check)] : [.. Checks, failed];
        HasFailedCheck = true;
        CheckedAt = now;
        Note("accountTrouble", null, now, failed.Name);
    }

    /// <summary>Lets a verified account go live; never by the person who applied, and only with working credentials.</summary>
    public Result Approve(Guid by, DateTimeOffset now)
    {
        if (Status is not (AccountStatus.Applied or AccountStatus.Verifying))
        {
            return AccountErrors.WrongState(Status);
        }

        var errors = new List<Error>();
        if (!_mustPass.All(name => Checks.Any(check => check.Name == name && check.Ok == true)))
        {
            errors.Add(AccountErrors.NotVerified);
        }

        if (by == ApplicantId)
        {
            errors.Add(AccountErrors.ApplicantMayNotApprove);
        }

        if (errors.Count > 0)
        {
            return Result.From(errors);
        }

        return Move(AccountStatus.Active, null, "accountApproved", by, now);
    }

    /// <summary>Freezes the account at once; scheduled posts wait, visibly.</summary>
    public Result Suspend(string? reason, Guid by, DateTimeOffset now) =>
        Status != AccountStatus.Active ? AccountErrors.WrongState(Status)
        : Reason(reason) is { } error ? error
        : Move(AccountStatus.Suspended, reason, "accountSuspended", by, now);

    /// <summary>Lifts the freeze; credentials changed meanwhile must be verified and approved anew.</summary>
    public Result Resume(Guid by, DateTimeOffset now) =>
        Status != AccountStatus.Suspended ? AccountErrors.WrongState(Status)
        : Move(CheckedAt is null ? AccountStatus.Verifying : AccountStatus.Active, null, "accountResumed", by, now);

    /// <summary>Ends the account for good.</summary>
    public Result Close(string? reason, Guid by, DateTimeOffset now) =>
        Status == AccountStatus.Closed ? AccountErrors.WrongState(Status)
        : Reason(reason) is { } error ? error
        : Move(AccountStatus.Closed, reason, "accountClosed", by, now);

    /// <summary>Keeps the moment its last post went out.</summary>
    public void NotePublished(DateTimeOffset at) => LastPublishedAt = at;

    /// <summary>Keeps the number of followers the platform reported.</summary>
    public void NoteFollowers(int followers) => Followers = followers;

    private static Error? Reason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? AccountErrors.NoReason
        : reason.Length > ReasonLimit ? Error.TooLong("reason", ReasonLimit)
        : null;

    [GeneratedRegex("^wx[0-9a-zA-Z]{16}$", RegexOptions.None, 100)]
    private static partial Regex AppIdForm();

    [GeneratedRegex("^[0-9a-zA-Z]{16,64}$", RegexOptions.None, 100)]
    private static partial Regex AppSecretForm();

    [GeneratedRegex("^[A-Za-z0-9]{3,32}$", RegexOptions.None, 100)]
    private static partial Regex TokenForm();

    [GeneratedRegex("^[A-Za-z0-9]{43}$", RegexOptions.None, 100)]
    private static partial Regex AesKeyForm();

    private void Take(AccountDetails details)
    {
        Name = details.Name!.Trim();
        AppId = details.AppId!.Trim();
        Kind = details.Kind;
        Verified = details.Verified;
        Positioning = details.Positioning;
        OriginalId = details.OriginalId ?? OriginalId;
        Responsible = details.Responsible ?? Responsible;
        FilingNumber = details.FilingNumber ?? FilingNumber;
    }

    private Result Move(AccountStatus status, string? reason, string action, Guid by, DateTimeOffset now)
    {
        Status = status;
        StatusReason = reason;
        Note(action, by, now, reason);
        return Result.Success;
    }

    private void Note(string action, Guid? by, DateTimeOffset now, string? detail) =>
        Record(new DomainEvent(action, "account", Id, AgencyId, by, now, detail));
}
