using System.Globalization;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Accounts;

public sealed partial class OfficialAccount
{
    /// <summary>Mass sends allowed per period where the platform granted more or fewer than the rule; null = the rule.</summary>
    public int? MassSendLimit { get; private set; }

    /// <summary>Of these, how many of the last are kept for the emergency lane.</summary>
    public int ReservedSends { get; private set; }

    /// <summary>Why the account departs from the rule, or keeps a send back; null while it does neither.</summary>
    public string? QuotaReason { get; private set; }

    /// <summary>群发额度: what the rule of its kind, the override and the reservation come to.</summary>
    public Quota Quota => Quota.Of(Kind, MassSendLimit, ReservedSends);

    /// <summary>Sets how many mass sends a period allows and how many of them are kept for emergencies.</summary>
    /// <param name="limit">Sends per period; null for the rule of the account's kind.</param>
    /// <param name="reserved">Sends kept for the emergency lane; at least one must be left for everything else.</param>
    /// <param name="reason">Why; needed for anything but a return to the rule.</param>
    /// <param name="by">Who sets it.</param>
    /// <param name="now">UTC.</param>
    public Result SetQuota(int? limit, int reserved, string? reason, Guid by, DateTimeOffset now)
    {
        if (Status == AccountStatus.Closed)
        {
            return AccountErrors.WrongState(Status);
        }

        var errors = new List<Error>();
        if (limit is < 1 or > Quota.MostPerPeriod)
        {
            errors.Add(AccountErrors.BadQuota);
        }
        else if (reserved < 0 || reserved > 0 && reserved >= Quota.Of(Kind, limit).Limit)
        {
            errors.Add(AccountErrors.ReservesAll(Quota.Of(Kind, limit).Limit));
        }

        var departs = limit is not null || reserved > 0;
        if (departs && Reason(reason) is { } missing)
        {
            errors.Add(missing);
        }

        if (errors.Count > 0)
        {
            return Result.From(errors);
        }

        (MassSendLimit, ReservedSends, QuotaReason) = (limit, reserved, departs ? reason!.Trim() : null);
        Note("accountQuotaSet", by, now, string.Create(CultureInfo.InvariantCulture, $"{limit?.ToString(CultureInfo.InvariantCulture) ?? "-"} {reserved} {QuotaReason}").TrimEnd());
        return Result.Success;
    }
}
