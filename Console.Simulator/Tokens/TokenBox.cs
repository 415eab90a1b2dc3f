using System.Text.Json.Serialization;
using GovAccountConsole.Simulator.Faults;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Tokens;

/// <summary>A token handed out, until when it would live, and from when it was made invalid.</summary>
internal sealed class IssuedToken
{
    public string Value { get; set; } = "";
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>
/// An account's tokens. Classic and stable tokens do not touch each other. A new classic token leaves the one before it five minutes;
/// the stable token is renewed five minutes before it expires, and both then live side by side.
/// </summary>
internal sealed class TokenBox
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(7200);
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ForcePause = TimeSpan.FromSeconds(30);
    private const int ForcedPerDay = 20;

    public List<IssuedToken> All { get; set; } = [];
    public string? Classic { get; set; }
    public string? Stable { get; set; }
    public List<DateTimeOffset> Forced { get; set; } = [];

    [JsonIgnore]
    private IssuedToken? CurrentStable => All.Find(token => string.Equals(token.Value, Stable, StringComparison.Ordinal));

    public IssuedToken IssueClassic(DateTimeOffset now)
    {
        if (All.Find(token => string.Equals(token.Value, Classic, StringComparison.Ordinal)) is { RevokedAt: null } previous)
        {
            previous.RevokedAt = now + Overlap;
        }
        var issued = Issue(now);
        Classic = issued.Value;
        return issued;
    }

    public IssuedToken GetStable(DateTimeOffset now)
    {
        if (CurrentStable is { RevokedAt: null } current && current.ExpiresAt - now > Overlap)
        {
            return current;
        }
        var issued = Issue(now);
        Stable = issued.Value;
        return issued;
    }

    /// <summary>At most 20 a day (45009), 30 s apart (45011).</summary>
    public IssuedToken ForceStable(DateTimeOffset now)
    {
        Forced.RemoveAll(at => BeijingTime.DayOf(at) != BeijingTime.DayOf(now));
        if (Forced.Count >= ForcedPerDay)
        {
            throw new Refusal(45009);
        }
        if (Forced.Count > 0 && now - Forced[^1] < ForcePause)
        {
            throw new Refusal(45011);
        }
        Forced.Add(now);
        if (CurrentStable is { } current)
        {
            current.RevokedAt = now;
        }
        var issued = Issue(now);
        Stable = issued.Value;
        return issued;
    }

    /// <summary>42001 for an expired token, 40001 for one that was replaced.</summary>
    public void Check(string value, DateTimeOffset now)
    {
        var token = All.Find(candidate => string.Equals(candidate.Value, value, StringComparison.Ordinal)) ?? throw new Refusal(40001);
        if (token.RevokedAt <= now)
        {
            throw new Refusal(40001);
        }
        if (token.ExpiresAt <= now)
        {
            throw new Refusal(42001);
        }
    }

    /// <summary>Makes every token bad at once: as if its time were over, or as if another had been fetched elsewhere.</summary>
    public void Strike(FaultToken blow, DateTimeOffset now)
    {
        foreach (var token in All)
        {
            if (blow == FaultToken.Expire && token.ExpiresAt > now)
            {
                token.ExpiresAt = now;
            }
            else if (blow == FaultToken.Invalidate && !(token.RevokedAt <= now))
            {
                token.RevokedAt = now;
            }
        }
    }

    private IssuedToken Issue(DateTimeOffset now)
    {
        All.RemoveAll(token => now - token.ExpiresAt > TimeSpan.FromDays(1));
        var issued = new IssuedToken { Value = Ids.Token(), ExpiresAt = now + Lifetime };
        All.Add(issued);
        return issued;
    }
}
