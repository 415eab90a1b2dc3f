namespace GovAccountConsole.Simulator.State;

internal enum AccountKind
{
    Subscription,
    Service,
}

internal enum CallbackMode
{
    Safe,
    Compat,
    Plain,
}

/// <summary>What an account is and may do, as set through the admin interface.</summary>
internal sealed record AccountSettings
{
    public string AppId { get; init; } = "";
    public string AppSecret { get; init; } = "";
    public string Name { get; init; } = "";
    public string? Intro { get; init; }

    /// <summary>The gh_ id that callbacks are addressed to.</summary>
    public string OriginalId { get; init; } = "";
    public AccountKind Kind { get; init; }
    public bool Verified { get; init; } = true;
    public string? Token { get; init; }
    public string? EncodingAesKey { get; init; }
    public string? CallbackUrl { get; init; }
    public CallbackMode CallbackMode { get; init; }

    /// <summary>Absent: any address may fetch tokens. Empty: none may, as on a new account.</summary>
    public IReadOnlyList<string>? IpAllowList { get; init; }
    public int Followers { get; init; } = 1000;

    /// <summary>Absent: the platform's rule for the kind (1 a day, 4 a month).</summary>
    public int? MassSendLimit { get; init; }

    /// <summary>API群发保护: a send to all followers waits for the administrator.</summary>
    public bool MassSendProtection { get; init; }
    public bool SecretFrozen { get; init; }
    public bool CommentsAllowed { get; init; } = true;

    /// <summary>Path prefixes that answer 48001 although the account's kind would allow them.</summary>
    public IReadOnlyList<string> DeniedPaths { get; init; } = [];
    public IReadOnlyList<FollowerTag> Tags { get; init; } = [];
}

/// <summary>A group of followers that mass sends may be aimed at.</summary>
internal sealed record FollowerTag(int Id, string Name, int Count);
