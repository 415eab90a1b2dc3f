using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>
/// 待管理员确认: what the account's administrator did with the question on the phone. The platform's event is the usual answer; when it is
/// lost, the draft tells: a draft that is still in the box after the half hour was not sent (docs/decisions/0022).
/// </summary>
internal static class AdminConfirmation
{
    private const int Refused = 40001;
    private const int Silent = 40002;

    // The event comes within seconds; a send that was confirmed in the last minute still has to leave the box.
    private static readonly TimeSpan _margin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _unreadable = TimeSpan.FromHours(1);

    /// <summary>Whether the platform says that the administrator refused, or did not answer within half an hour.</summary>
    public static bool IsAnswer(MassFinished finished) => finished.ErrorNumber is Refused or Silent;

    /// <summary>The platform counts a push that waited for the administrator as failed, without saying why: silence is the likelier reason.</summary>
    public static bool Fail(Settlement delivery)
    {
        if (delivery.Post.ConfirmBy is null) return false;
        delivery.GiveBack(Troubles.MassResult(Silent));
        return true;
    }

    /// <summary>
    /// Judges what a look has seen of a push that has no number of the platform; false when nothing waits for an administrator, or when the
    /// draft is gone or stayed unreadable and nobody can say.
    /// </summary>
    public static bool Settle(Settlement delivery, LookupResult seen, DateTimeOffset now)
    {
        if (delivery.Post.ConfirmBy is not { } until) return false;
        if (now < until + _margin) return Wait(delivery, until + _margin);
        switch (seen.Saw(SightingPlace.DraftBox))
        {
            case Sight.Present:
                delivery.GiveBack(Troubles.MassResult(Silent));
                return true;
            case Sight.Absent:
                return false;
            default:
                return now < until + _unreadable && Wait(delivery, now + _margin);
        }
    }

    private static bool Wait(Settlement delivery, DateTimeOffset until)
    {
        delivery.AwaitAdmin(delivery.Publication.Trouble ?? Troubles.ResultMissing, until);
        return true;
    }
}
