using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Emergencies;

/// <summary>应急发布人: a person named for one agency who may send a prepared statement into the short chain. Ends by itself; revocable at once.</summary>
public sealed class EmergencyDesignation : Aggregate, IScoped
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLimit = 500;

    private EmergencyDesignation() => Reason = string.Empty;

    /// <summary>Who is named.</summary>
    public Guid PersonId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>Why this person.</summary>
    public string Reason { get; private set; }

    /// <summary>Who named the person.</summary>
    public Guid ById { get; private set; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Until when, UTC, exclusive; at most a year after <see cref="At"/>.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Who took it back.</summary>
    public Guid? RevokedById { get; private set; }

    /// <summary>Names somebody.</summary>
    public static Result<EmergencyDesignation> Create(Guid personId, Guid agencyId, DateTimeOffset? until, string? reason, Guid by, DateTimeOffset now)
    {
        var errors = new List<Error>();
        if (until is not { } end || end <= now || end > now.AddYears(1))
        {
            errors.Add(EmergencyErrors.UntilNotAccepted);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            errors.Add(Error.Required("reason"));
        }
        else if (reason.Trim().Length > ReasonLimit)
        {
            errors.Add(Error.TooLong("reason", ReasonLimit));
        }

        if (errors.Count > 0)
        {
            return Result<EmergencyDesignation>.Refuse(errors);
        }

        var named = new EmergencyDesignation { PersonId = personId, AgencyId = agencyId, Reason = reason!.Trim(), ById = by, At = now, Until = until!.Value.ToUniversalTime() };
        named.Record(new DomainEvent("emergencyDesignated", "person", personId, agencyId, by, now, named.Reason));
        return named;
    }

    /// <summary>Whether it holds at <paramref name="now"/>.</summary>
    public bool Holds(DateTimeOffset now) => RevokedAt is null && Until > now;

    /// <summary>Takes it back at once; doing so twice changes nothing.</summary>
    public void Revoke(Guid by, DateTimeOffset now)
    {
        if (Holds(now))
        {
            (RevokedAt, RevokedById) = (now, by);
            Record(new DomainEvent("emergencyRevoked", "person", PersonId, AgencyId, by, now, null));
        }
    }
}
