using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Mass;

/// <summary>
/// Pushes an account has: a subscription account one a day, to all or to a tag; a service account four a calendar month to all, while
/// targeted sends are accepted but reach nobody who already had four.
/// </summary>
internal static class MassQuota
{
    private const int PerDay = 1;
    private const int PerMonth = 4;

    public static int LimitOf(AccountSettings settings) => settings.MassSendLimit ?? (settings.Kind == AccountKind.Subscription ? PerDay : PerMonth);

    /// <summary>Sends of the current period that count.</summary>
    public static int Used(Account account, DateTimeOffset now) => account.Settings.Kind == AccountKind.Subscription
        ? account.Sends.Count(send => send.Counts && BeijingTime.DayOf(send.AcceptedAt) == BeijingTime.DayOf(now))
        : account.Sends.Count(send => send.Counts && send.IsToAll && BeijingTime.SameMonth(send.AcceptedAt, now));

    public static void Require(Account account, bool isToAll, DateTimeOffset now)
    {
        var mayExceed = account.Settings.Kind == AccountKind.Service && !isToAll;
        if (!mayExceed && Used(account, now) >= LimitOf(account.Settings))
        {
            throw new Refusal(45028);
        }
    }

    /// <summary>How many followers a finished send reached.</summary>
    public static int Reached(Account account, MassSend send)
    {
        var settings = account.Settings;
        if (send.IsToAll)
        {
            return settings.Followers;
        }
        var had = account.Sends.Count(other => other != send && other.State == MassState.Success && BeijingTime.SameMonth(other.AcceptedAt, send.AcceptedAt)
            && (other.IsToAll || other.TagId == send.TagId));
        if (settings.Kind == AccountKind.Service && had >= LimitOf(settings))
        {
            return 0;
        }
        return send.TagId is { } tagId
            ? settings.Tags.FirstOrDefault(tag => tag.Id == tagId)?.Count ?? 0
            : send.OpenIds.Count(openId => account.IsFollower(openId));
    }
}
