using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Notices;

/// <summary>How one person wants to be told: per kind, quiet hours, hour of the daily mail. Without a row the defaults hold.</summary>
public sealed class NoticeSettings : Aggregate
{
    /// <summary>The hour of the daily mail when nothing is chosen.</summary>
    public const int DefaultDigestHour = 9;

    private NoticeSettings()
    {
    }

    /// <summary>The defaults of <paramref name="personId"/>, who is the row's id.</summary>
    public NoticeSettings(Guid personId) => Id = personId;

    /// <summary>What the person chose; kinds left out follow the default.</summary>
    public IReadOnlyDictionary<NoticeKind, NoticeDelivery> Choices { get; private set; } = new Dictionary<NoticeKind, NoticeDelivery>();

    /// <summary>When no mail comes but alarms.</summary>
    public QuietHours Quiet { get; private set; } = QuietHours.Default;

    /// <summary>Hour of the daily mail on working days, Asia/Shanghai.</summary>
    public int DigestHour { get; private set; } = DefaultDigestHour;

    /// <summary>How the person hears of <paramref name="kind"/>.</summary>
    public NoticeDelivery DeliveryOf(NoticeKind kind) => Choices.TryGetValue(kind, out var chosen) ? chosen : NoticeKinds.Default(kind);

    /// <summary>Takes over what the person chose; alarms cannot be switched off.</summary>
    public Result Choose(IReadOnlyDictionary<NoticeKind, NoticeDelivery> choices, QuietHours quiet, int digestHour)
    {
        var errors = new List<Error>();
        errors.AddRange(choices.Where(choice => !NoticeKinds.Choices(choice.Key).Contains(choice.Value)).Select(choice => NoticeErrors.AlarmStays(choice.Key)));
        if (digestHour is < 0 or > 23)
        {
            errors.Add(NoticeErrors.BadHour);
        }

        if (errors.Count > 0)
        {
            return Result.From(errors);
        }

        Choices = choices.Where(choice => choice.Value != NoticeKinds.Default(choice.Key)).ToDictionary(choice => choice.Key, choice => choice.Value);
        Quiet = quiet;
        DigestHour = digestHour;
        return Result.Success;
    }

    /// <summary>When the mail about something of <paramref name="kind"/> is due; null for no mail. An alarm waits for no quiet hours.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="now">UTC.</param>
    /// <param name="gathering">Mails at once gather for this long, so that ten things in a minute make one mail.</param>
    /// <param name="holidays">Days off besides weekends.</param>
    public DateTimeOffset? MailDue(NoticeKind kind, DateTimeOffset now, TimeSpan gathering, IReadOnlySet<DateOnly>? holidays = null) => DeliveryOf(kind) switch
    {
        NoticeDelivery.Mail when NoticeKinds.IsAlarm(kind) => Gathered(now, gathering),
        NoticeDelivery.Mail => Quiet.EndFrom(Gathered(now, gathering), holidays),
        NoticeDelivery.Digest => NextDigest(now, holidays),
        _ => null,
    };

    /// <summary>The next daily mail strictly after <paramref name="now"/>, UTC.</summary>
    public DateTimeOffset NextDigest(DateTimeOffset now, IReadOnlySet<DateOnly>? holidays = null)
    {
        for (var day = BusinessTime.DayOf(now); ; day = day.AddDays(1))
        {
            var at = BusinessTime.At(day, new TimeOnly(DigestHour, 0));
            if (at > now && BusinessTime.IsWorkingDay(day, holidays))
            {
                return at;
            }
        }
    }

    private static DateTimeOffset Gathered(DateTimeOffset now, TimeSpan gathering) =>
        gathering <= TimeSpan.Zero ? now : new DateTimeOffset((now.UtcTicks + gathering.Ticks - 1) / gathering.Ticks * gathering.Ticks, TimeSpan.Zero);
}
