using System.Globalization;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>Times in the words a phone uses, in Beijing time.</summary>
internal static class PageTime
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>今天 08:00, 昨天 08:00, 星期二 08:00, 3月10日 08:00.</summary>
    public static string Short(DateTimeOffset at, DateTimeOffset now)
    {
        var (local, days) = (BeijingTime.Of(at), BeijingTime.DayOf(now).DayNumber - BeijingTime.DayOf(at).DayNumber);
        var clock = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return days switch
        {
            0 => clock,
            1 => $"昨天 {clock}",
            > 1 and < 7 => $"{local.ToString("dddd", Chinese)} {clock}",
            _ when local.Year == BeijingTime.Of(now).Year => $"{local.ToString("M月d日", Chinese)} {clock}",
            _ => $"{local.ToString("yyyy年M月d日", Chinese)} {clock}",
        };
    }

    public static string Day(DateTimeOffset at) => BeijingTime.Of(at).ToString("yyyy年M月d日", Chinese);

    public static string Full(DateTimeOffset at) => BeijingTime.Of(at).ToString("yyyy年M月d日 HH:mm", Chinese);

    public static string Second(DateTimeOffset at) => BeijingTime.Of(at).ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
