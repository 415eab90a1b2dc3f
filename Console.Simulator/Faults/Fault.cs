using System.Globalization;
using System.Text.Json.Serialization;

namespace GovAccountConsole.Simulator.Faults;

/// <summary>When the connection of a disturbed call is closed without an answer.</summary>
internal enum FaultCut
{
    Before,
    After,
}

/// <summary>What becomes of a disturbed push.</summary>
internal enum FaultPush
{
    /// <summary>Lost: never delivered.</summary>
    Drop,

    /// <summary>Delivered twice.</summary>
    Duplicate,

    /// <summary>Kept back until somebody releases it.</summary>
    Hold,
}

/// <summary>What happens to the account's tokens just before a disturbed call is looked at.</summary>
internal enum FaultToken
{
    /// <summary>Their time is over: 42001.</summary>
    Expire,

    /// <summary>Somebody else fetched another: 40001.</summary>
    Invalidate,
}

/// <summary>
/// A disturbance: which calls or pushes it meets (account, interface or event), what it does to them, how often (the next N, every one, or
/// with a probability drawn from a seed) and until when.
/// </summary>
internal sealed class Fault
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string, string), long> _met = [];

    /// <summary>Given by the book.</summary>
    public int Id { get; private set; }

    /// <summary>Absent: every account.</summary>
    public string? AppId { get; init; }

    /// <summary>Calls of this path; one <c>*</c> stands for any text.</summary>
    public string? Path { get; init; }

    /// <summary>Pushes of this kind (<c>PUBLISHJOBFINISH</c>, <c>text</c> …) instead of calls; one <c>*</c> stands for any text.</summary>
    public string? Event { get; init; }

    /// <summary>Answer this code instead of processing.</summary>
    public int? Errcode { get; init; }

    /// <summary>Answer this HTTP status instead of processing.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Wait before anything else; a push comes that much later.</summary>
    public int? DelayMs { get; init; }

    /// <summary>Close the connection without an answer, before the call is processed or after.</summary>
    public FaultCut? Cut { get; init; }

    /// <summary>How an accepted job ends: a publish_status (2, 3, 4) or the Status text of a mass send.</summary>
    public string? Outcome { get; init; }

    /// <summary>With outcome 2 or 4: the positions from 1 that failed; absent, all.</summary>
    public IReadOnlyList<int>? FailIdx { get; init; }

    /// <summary>What goes out differs from the draft, as if somebody had edited it in the back office.</summary>
    public bool Alter { get; init; }

    /// <summary>A mass send to all waits for the administrator although the account has no protection.</summary>
    public bool Confirm { get; init; }

    public FaultToken? Token { get; init; }

    public FaultPush? Push { get; init; }

    /// <summary>How many to disturb; absent: one, or no end where <see cref="Every"/>, a probability or an end in time is given.</summary>
    public int? Times { get; set; }

    /// <summary>No end but the one in time.</summary>
    public bool Every { get; init; }

    /// <summary>Of 1: how likely each one is disturbed.</summary>
    public double? Probability { get; init; }

    /// <summary>Decides the draws: the n-th call of an account to an interface is disturbed or not whatever other accounts do meanwhile.</summary>
    public int? Seed { get; set; }

    /// <summary>Ends then.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Ends so long after it was added; a way to say <see cref="Until"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ForSeconds { get; init; }

    /// <summary>What people call it, e.g. the preset it came from.</summary>
    public string? Note { get; init; }

    /// <summary>How many it has disturbed.</summary>
    public long Taken { get; private set; }

    [JsonIgnore]
    public bool IsSpent => Times <= 0;

    /// <summary>What is wrong with it as an order, or null.</summary>
    public string? Problem()
    {
        if ((Path is null) == (Event is null))
        {
            return "Either path or event is given.";
        }
        if (Path is not null && !Path.StartsWith('/'))
        {
            return "path begins with /.";
        }
        if (Times < 1)
        {
            return "times is at least 1.";
        }
        if (Probability is <= 0 or > 1 or double.NaN)
        {
            return "probability is above 0 and at most 1.";
        }
        if (DelayMs < 0 || ForSeconds < 1)
        {
            return "delayMs is not negative, forSeconds at least 1.";
        }
        return Event is not null ? ProblemOfPush() : ProblemOfCall();
    }

    /// <summary>Takes it into the book: number, seed and end are settled.</summary>
    public void Enter(int id, int seed, DateTimeOffset now)
    {
        Id = id;
        Seed = Probability is null ? Seed : Seed ?? seed;
        Until ??= ForSeconds is { } seconds ? now.AddSeconds(seconds) : null;
        Times ??= Every || Probability is not null || Until is not null ? null : 1;
    }

    /// <summary>Whether it is over for good at this time.</summary>
    public bool IsOver(DateTimeOffset now) => IsSpent || Until <= now;

    /// <summary>Disturbs one call or push if it is meant and, where chance decides, drawn.</summary>
    public bool TryTake(string? appId, string? path, string? push, DateTimeOffset now)
    {
        var subject = Path is not null ? path : push;
        if (subject is null || !Meets(appId, subject))
        {
            return false;
        }
        lock (_gate)
        {
            if (IsOver(now) || !IsDrawn(appId ?? "", subject))
            {
                return false;
            }
            Times--;
            Taken++;
            return true;
        }
    }

    public override string ToString()
    {
        var what = Cut is { } cut ? $"cut {cut}"
            : HttpStatus is { } status ? $"http {status}"
            : Errcode is { } code ? $"errcode {code}"
            : Token is { } token ? $"tokens {token}"
            : Push is { } push ? push.ToString()
            : Outcome ?? (Alter ? "altered" : Confirm ? "confirmation" : $"delay {DelayMs} ms");
        return DelayMs is { } delay && !what.StartsWith("delay", StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"{what}, delay {delay} ms") : what;
    }

    private string? ProblemOfPush() =>
        Errcode is not null || HttpStatus is not null || Cut is not null || Outcome is not null || FailIdx is not null || Token is not null || Alter || Confirm
            ? "A push can be dropped, duplicated, held or delayed."
            : Push is null && DelayMs is null ? "push or delayMs says what becomes of the push." : null;

    private string? ProblemOfCall() =>
        Push is not null ? "push is for events."
        : Errcode is null && HttpStatus is null && DelayMs is null && Cut is null && Outcome is null && Token is null && !Alter && !Confirm
            ? "An effect is missing: errcode, httpStatus, delayMs, cut, outcome, alter, confirm or token."
            : null;

    private bool Meets(string? appId, string subject)
    {
        var pattern = Path ?? Event!;
        // Event names come in every casing; paths do not.
        var casing = Path is null ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return (AppId is null || string.Equals(AppId, appId, StringComparison.Ordinal))
            && IsLike(subject, pattern, casing);
    }

    private static bool IsLike(string subject, string pattern, StringComparison casing)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? string.Equals(subject, pattern, casing)
            : subject.Length >= pattern.Length - 1
                && subject.AsSpan().StartsWith(pattern.AsSpan(0, star), casing)
                && subject.AsSpan().EndsWith(pattern.AsSpan(star + 1), casing);
    }

    private bool IsDrawn(string appId, string subject)
    {
        if (Probability is not { } probability)
        {
            return true;
        }
        var key = (appId, subject);
        var number = _met[key] = _met.GetValueOrDefault(key) + 1;
        // Faults of one preset share a seed; without its own effect in the draw one would shadow the next on the same interface.
        return Draw.Of(Seed ?? 0, appId, subject + ' ' + this, number) < probability;
    }
}
