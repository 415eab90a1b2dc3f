using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Planning;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>Which accounts a list shows.</summary>
public sealed record AccountFilter
{
    /// <summary>The agency and everything below it.</summary>
    public Guid? Agency { get; init; }

    /// <summary>One of these states; empty = any.</summary>
    public IReadOnlyList<AccountStatus> Statuses { get; init; } = [];

    /// <summary>Subscription or service.</summary>
    public AccountKind? Kind { get; init; }

    /// <summary>Part of the name, or the AppID.</summary>
    public string? Query { get; init; }

    /// <summary>One of these sectors, by code; empty = any.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Beginning of the agency's region code.</summary>
    public string? Region { get; init; }

    /// <summary>How its credentials stand.</summary>
    public CredentialHealth? Health { get; init; }

    /// <summary>Active and without a post since this moment, UTC.</summary>
    public DateTimeOffset? SilentSince { get; init; }
}

/// <summary>How the credentials of an account stood at the last live test.</summary>
public enum CredentialHealth
{
    /// <summary>Never tested.</summary>
    Untested,

    /// <summary>Every check that could be made passed.</summary>
    Good,

    /// <summary>At least one check failed.</summary>
    Bad,
}

/// <summary>How an account's quota stands in the current period.</summary>
public sealed record QuotaView(QuotaPeriod Period, int Limit, int Used)
{
    /// <summary>Of the limit, how many of the last are kept for the emergency lane.</summary>
    public int Reserved { get; init; }

    /// <summary>Of those used, how many the platform told of that were made past the console.</summary>
    public int Elsewhere { get; init; }

    /// <summary>Whether the platform refused a send in this period because nothing is left.</summary>
    public bool IsRefused { get; init; }
}

/// <summary>An account as lists and the API show it. Holds no secret in any form.</summary>
public sealed record AccountRow(
    Guid Id, Guid AgencyId, string AgencyName, string Name, string AppId, AccountKind Kind, bool Verified, Positioning Positioning, AccountStatus Status,
    int? MassSendLimit, DateTimeOffset CreatedAt, DateTimeOffset? LastPublishedAt, uint Version)
{
    /// <summary>Filled for the page that is shown.</summary>
    public QuotaView Quota { get; init; } = new(QuotaPeriod.Day, 0, 0);

    /// <summary>Sends of a period that are kept for the emergency lane.</summary>
    public int ReservedSends { get; init; }
}

/// <summary>An account whole. Of its secrets it says only whether they are stored.</summary>
public sealed record AccountDetail(AccountRow Row)
{
    /// <summary>Names from the top to its agency.</summary>
    public string AgencyPath { get; init; } = string.Empty;

    /// <summary>Code of its agency's sector.</summary>
    public string SectorCode { get; init; } = string.Empty;

    /// <summary>The platform's own id, <c>gh_…</c>.</summary>
    public string? OriginalId { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Responsible { get; init; }

    /// <summary>Filing number.</summary>
    public string? FilingNumber { get; init; }

    /// <summary>Why it was suspended or closed.</summary>
    public string? StatusReason { get; init; }

    /// <summary>Followers as last read; a size for confirmations, never an assessment.</summary>
    public int? Followers { get; init; }

    /// <summary>Why its quota departs from the rule, or a send is kept back; null while it does neither.</summary>
    public string? QuotaReason { get; init; }

    /// <summary>The latest sends that were made past the console, newest first.</summary>
    public IReadOnlyList<DateTimeOffset> SentElsewhere { get; init; } = [];

    /// <summary>How often the platform was asked today.</summary>
    public IReadOnlyList<CallBudget> Calls { get; init; } = [];

    /// <summary>Who registered it.</summary>
    public Guid? ApplicantId { get; init; }

    /// <summary>Name of who registered it.</summary>
    public string? ApplicantName { get; init; }

    /// <summary>Whether an AppSecret is stored.</summary>
    public bool HasAppSecret { get; init; }

    /// <summary>Whether a callback token is stored.</summary>
    public bool HasToken { get; init; }

    /// <summary>Whether an EncodingAESKey is stored.</summary>
    public bool HasEncodingAesKey { get; init; }

    /// <summary>Result of the last live test.</summary>
    public IReadOnlyList<CredentialCheck> Checks { get; init; } = [];

    /// <summary>When the last live test was made, UTC.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>What the actor may do now.</summary>
    public IReadOnlyList<AccountAction> AllowedActions { get; init; } = [];
}

/// <summary>An account in the table of the matrix.</summary>
public sealed record MatrixRow(AccountRow Account, string SectorCode, string SectorName, string SectorLetter, string SectorColor, string? Responsible)
{
    /// <summary>Oldest first, the last one is today (Shanghai): whether something went out that day.</summary>
    public IReadOnlyList<bool> Days { get; init; } = [];

    /// <summary>How its credentials stand.</summary>
    public CredentialHealth Health { get; init; }

    /// <summary>Names of the checks that failed.</summary>
    public IReadOnlyList<string> FailedChecks { get; init; } = [];

    /// <summary>Citizens waiting for an answer.</summary>
    public int WaitingThreads { get; init; }
}

/// <summary>The tabs of the matrix table.</summary>
/// <param name="All">All accounts in scope.</param>
/// <param name="Agencies">Agencies in scope.</param>
/// <param name="ToMend">Active with failing credentials.</param>
/// <param name="Silent">Active and silent for long.</param>
/// <param name="Joining">Applied or verifying.</param>
/// <param name="Suspended">Frozen.</param>
public sealed record MatrixCounts(int All, int Agencies, int ToMend, int Silent, int Joining, int Suspended);
