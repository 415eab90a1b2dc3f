using System.Globalization;
using GovAccountConsole.Simulator.Faults;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>A disturbance in a sentence.</summary>
internal static class FaultWords
{
    public static string Effect(Fault fault, Speech speech)
    {
        List<string> parts = [];
        if (fault.DelayMs is { } delay)
        {
            parts.Add(speech.Say($"等待 {Number(delay)} 毫秒", $"wait {Number(delay)} ms"));
        }
        if (fault.Cut is { } cut)
        {
            parts.Add(cut == FaultCut.Before ? speech.Say("处理前断线", "cut before processing") : speech.Say("处理后断线，答复丢失", "cut after processing, answer lost"));
        }
        if (fault.HttpStatus is { } status)
        {
            parts.Add($"HTTP {Number(status)}");
        }
        if (fault.Errcode is { } code)
        {
            parts.Add(speech.Say($"答错误码 {Number(code)}", $"answer errcode {Number(code)}"));
        }
        if (fault.Outcome is { } outcome)
        {
            parts.Add(speech.Say($"结果为 {outcome}", $"ends with {outcome}"));
        }
        if (fault.Token is { } token)
        {
            parts.Add(token == FaultToken.Expire ? speech.Say("令牌过期", "tokens expire") : speech.Say("令牌作废", "tokens are void"));
        }
        if (fault.Alter)
        {
            parts.Add(speech.Say("发出的内容被改动", "goes out altered"));
        }
        if (fault.Confirm)
        {
            parts.Add(speech.Say("要管理员确认", "waits for the administrator"));
        }
        if (fault.Push is { } push)
        {
            parts.Add(push switch
            {
                FaultPush.Drop => speech.Say("丢失", "lost"),
                FaultPush.Duplicate => speech.Say("送两次", "delivered twice"),
                _ => speech.Say("扣住", "held back"),
            });
        }
        return string.Join(speech.Say("，", ", "), parts);
    }

    public static string Extent(Fault fault, Speech speech)
    {
        List<string> parts = [];
        if (fault.Probability is { } probability)
        {
            var share = probability.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
            parts.Add(speech.Say($"概率 {share}，种子 {Number(fault.Seed ?? 0)}", $"chance {share}, seed {Number(fault.Seed ?? 0)}"));
        }
        parts.Add(fault.Times is { } times ? speech.Say($"还有 {Number(times)} 次", $"{Number(times)} left") : speech.Say("不限次数", "no limit"));
        if (fault.Until is { } until)
        {
            parts.Add(speech.Say("至 ", "until ") + PageTime.Second(until));
        }
        parts.Add(speech.Say($"已发生 {Number(fault.Taken)} 次", $"{Number(fault.Taken)} so far"));
        return string.Join(speech.Say("，", ", "), parts);
    }

    public static string Target(Fault fault, PlatformState state, Speech speech)
    {
        var account = fault.AppId is null ? speech.Say("全部公众号", "all accounts") : state.Find(fault.AppId)?.Settings.Name ?? fault.AppId;
        return $"{account} · {fault.Path ?? speech.Say("通知 ", "event ") + fault.Event}";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
