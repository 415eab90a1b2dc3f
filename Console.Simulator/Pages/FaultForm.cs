using System.Globalization;
using GovAccountConsole.Simulator.Faults;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>Reads a disturbance from the form of the faults page.</summary>
internal static class FaultForm
{
    /// <summary>The effects offered, with what their value field means.</summary>
    public static readonly IReadOnlyList<(string Name, string Chinese, string English)> Effects =
    [
        ("cutAfter", "处理后断线（答复丢失）", "Cut after processing (answer lost)"),
        ("cutBefore", "处理前断线", "Cut before processing"),
        ("errcode", "答错误码（数值填错误码）", "Answer an errcode (value: the code)"),
        ("http", "答 HTTP 错误（数值填状态码）", "Answer an HTTP error (value: the status)"),
        ("delay", "延迟（数值填毫秒）", "Delay (value: milliseconds)"),
        ("outcome", "审核或发送结果（数值填 2、3、4 或 err(20001)）", "Result of review or sending (value: 2, 3, 4 or err(20001))"),
        ("expire", "令牌过期（42001）", "Tokens expire (42001)"),
        ("invalidate", "令牌作废（40001）", "Tokens are void (40001)"),
        ("alter", "发出的内容被改动", "Goes out altered"),
        ("confirm", "群发要管理员确认", "Mass send waits for the administrator"),
        ("drop", "通知丢失", "Event lost"),
        ("duplicate", "通知重复", "Event delivered twice"),
        ("hold", "通知扣住", "Event held back"),
        ("late", "通知迟到（数值填毫秒）", "Event late (value: milliseconds)"),
    ];

    /// <summary>The disturbance, or null where the form makes none.</summary>
    public static Fault? Read(IFormCollection form)
    {
        var effect = form["effect"].ToString();
        var value = form["value"].ToString().Trim();
        var number = Whole(value);
        var often = form["often"].ToString();
        var isEvent = effect is "drop" or "duplicate" or "hold" or "late";
        var target = form["target"].ToString().Trim();
        var fault = new Fault
        {
            AppId = form["appId"].ToString().Trim() is { Length: > 0 } appId ? appId : null,
            Path = isEvent ? null : target is { Length: > 0 } ? target : "/*",
            Event = isEvent ? target is { Length: > 0 } && !target.StartsWith('/') ? target : "*" : null,
            Errcode = effect == "errcode" ? number : null,
            HttpStatus = effect == "http" ? number : null,
            DelayMs = effect is "delay" or "late" ? number : null,
            Cut = effect switch { "cutAfter" => FaultCut.After, "cutBefore" => FaultCut.Before, _ => null },
            Outcome = effect == "outcome" && value.Length > 0 ? value : null,
            Token = effect switch { "expire" => FaultToken.Expire, "invalidate" => FaultToken.Invalidate, _ => null },
            Alter = effect == "alter",
            Confirm = effect == "confirm",
            Push = effect switch { "drop" => FaultPush.Drop, "duplicate" => FaultPush.Duplicate, "hold" => FaultPush.Hold, _ => null },
            Times = often == "times" ? Whole(form["times"].ToString()) ?? 1 : null,
            Every = often == "every",
            Probability = often == "chance" ? Whole(form["chance"].ToString()) / 100.0 : null,
            Seed = Whole(form["seed"].ToString()),
            ForSeconds = Whole(form["minutes"].ToString()) * 60,
        };
        return fault.Problem() is null && fault.HttpStatus is null or (>= 400 and <= 599) ? fault : null;
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
