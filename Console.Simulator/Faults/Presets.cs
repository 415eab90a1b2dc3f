namespace GovAccountConsole.Simulator.Faults;

/// <summary>A ready-made set of disturbances for a lesson, a demonstration or a rehearsal.</summary>
/// <param name="Name">What the admin interface calls it.</param>
/// <param name="Chinese">Title for people.</param>
/// <param name="English">The same.</param>
/// <param name="ChineseLesson">What one sees, and what the console should then do.</param>
/// <param name="EnglishLesson">The same.</param>
/// <param name="Make">Its disturbances for one account, or for all.</param>
internal sealed record Preset(string Name, string Chinese, string English, string ChineseLesson, string EnglishLesson, Func<string?, IReadOnlyList<Fault>> Make);

/// <summary>The ready-made sets.</summary>
internal static class Presets
{
    private const string Everything = "/*";
    private const string DraftAdd = "/cgi-bin/draft/add";
    private const string Submit = "/cgi-bin/freepublish/submit";
    private const string SendAll = "/cgi-bin/message/mass/sendall";
    private const string Finished = "*JOBFINISH";
    private const int SlowMs = 4000;
    private const int LateMs = 120_000;

    public static IReadOnlyList<Preset> All { get; } =
    [
        new("badDay", "坏天气", "Bad day", "什么都会偶尔出一点错：忙、慢、断线、令牌失效、事件丢失或重复。稿件一篇也不该多发或漏发。",
            "Everything goes wrong now and then: busy, slow, cut, tokens lost, events lost or doubled. No post may go out twice or be forgotten.", BadDay),
        new("lostAnswer", "答复丢失", "Lost answer", "下一次提交发布或群发其实成功了，但答复没有传回来。台账应先查证，不能再发一次。",
            "The next submission or mass send succeeds, but its answer never arrives. The console must look it up, never send again.",
            appId => [Cut(appId, Submit, FaultCut.After, "lostAnswer"), Cut(appId, SendAll, FaultCut.After, "lostAnswer")]),
        new("lostRequest", "请求没有送到", "Lost request", "下一次提交发布或群发在处理之前断线：平台什么也没做。",
            "The next submission or mass send is cut before the platform did anything.",
            appId => [Cut(appId, Submit, FaultCut.Before, "lostRequest"), Cut(appId, SendAll, FaultCut.Before, "lostRequest")]),
        new("tokenExpired", "令牌失效", "Token expired", "下一次调用时令牌已经过期（42001）。应只换一次新令牌，然后照常完成。",
            "At the next call the token has expired (42001). One fresh token, then everything goes on.",
            appId => [new Fault { AppId = appId, Path = "/cgi-bin/draft/*", Token = FaultToken.Expire, Note = "tokenExpired" }]),
        new("tokenElsewhere", "令牌被别处顶掉", "Token replaced elsewhere", "另一套系统取走了令牌，我们手里的作废（40001）。",
            "Another system fetched a token and ours is void (40001).",
            appId => [new Fault { AppId = appId, Path = "/cgi-bin/draft/*", Token = FaultToken.Invalidate, Note = "tokenElsewhere" }]),
        new("busy", "系统繁忙", "System busy", "接下来三次调用都答“系统繁忙”（-1），之后恢复。", "The next three calls answer “system busy” (-1), then it is over.",
            appId => [new Fault { AppId = appId, Path = "/cgi-bin/draft/*", Errcode = -1, Times = 3, Note = "busy" }]),
        new("outage", "平台故障十分钟", "Ten-minute outage", "十分钟内所有接口都是 HTTP 503。", "Every interface is HTTP 503 for ten minutes.",
            appId => [new Fault { AppId = appId, Path = Everything, HttpStatus = StatusCodes.Status503ServiceUnavailable, ForSeconds = 600, Note = "outage" }]),
        new("slow", "反应很慢", "Slow", "十分钟内每次调用都要等四秒。", "Every call takes four seconds, for ten minutes.",
            appId => [new Fault { AppId = appId, Path = Everything, DelayMs = SlowMs, ForSeconds = 600, Note = "slow" }]),
        new("lostEvent", "结果通知丢失", "Lost event", "下一条发布或群发的结果通知不会送来，要自己去查。", "The next finish event never comes: the console must ask.",
            appId => [Event(appId, FaultPush.Drop, "lostEvent")]),
        new("lateEvent", "结果通知迟到", "Late event", "下一条结果通知迟到两分钟。", "The next finish event comes two minutes late.",
            appId => [new Fault { AppId = appId, Event = Finished, DelayMs = LateMs, Note = "lateEvent" }]),
        new("duplicateEvent", "结果通知重复", "Doubled event", "下一条结果通知送来两次，只能算一次。", "The next finish event comes twice and must count once.",
            appId => [Event(appId, FaultPush.Duplicate, "duplicateEvent")]),
        new("heldEvents", "扣住通知", "Hold events", "所有通知先扣住，由您在本页逐条放行、丢弃或重复。", "All events are kept back; release, drop or repeat them on this page.",
            appId => [new Fault { AppId = appId, Event = "*", Push = FaultPush.Hold, Every = true, Note = "heldEvents" }]),
        new("reviewRejected", "平台审核不通过", "Review rejection", "下一篇提交发布的稿件被平台审核拒绝（publish_status 4），下一次群发因涉嫌社会问题失败（err(20004)）。",
            "The next publication is rejected by the platform's review (publish_status 4), the next mass send fails with err(20004).",
            appId => [Outcome(appId, Submit, "4", "reviewRejected"), Outcome(appId, SendAll, "err(20004)", "reviewRejected")]),
        new("originality", "原创校验不通过", "Originality check", "下一篇提交发布的稿件原创校验失败（publish_status 2），下一次群发判定为转载而停止（err(30003)）。",
            "The next publication fails the originality check (publish_status 2), the next mass send stops as a reprint (err(30003)).",
            appId => [Outcome(appId, Submit, "2", "originality"), Outcome(appId, SendAll, "err(30003)", "originality")]),
        new("confirmation", "群发要管理员确认", "Administrator confirmation", "下一次群发等管理员在手机上确认，30 分钟不确认就不发。", "The next mass send waits 30 minutes for the administrator.",
            appId => [new Fault { AppId = appId, Path = SendAll, Confirm = true, Note = "confirmation" }]),
        new("noQuota", "群发次数已用完", "No push left", "下一次群发答“次数已用完”（45028）：有人在平台后台发过了。", "The next mass send answers 45028: somebody sent from the back office.",
            appId => [new Fault { AppId = appId, Path = SendAll, Errcode = 45028, Note = "noQuota" }]),
        new("altered", "发出的内容被改动", "Altered article", "下一篇发出的文章与送审内容不同，回读时应当报警。", "The next article goes out altered; reading it back must raise the alarm.",
            appId => [new Fault { AppId = appId, Path = Submit, Alter = true, Note = "altered" }, new Fault { AppId = appId, Path = SendAll, Alter = true, Note = "altered" }]),
        new("notAllowed", "服务器地址未登记", "Address not allowed", "取令牌时答 40164：IP 白名单里没有本服务器。", "Fetching a token answers 40164: this server is not on the allow-list.",
            appId => [new Fault { AppId = appId, Path = "/cgi-bin/stable_token", Errcode = 40164, Times = 3, Note = "notAllowed" }]),
    ];

    public static Preset? Find(string? name) => All.FirstOrDefault(preset => string.Equals(preset.Name, name, StringComparison.OrdinalIgnoreCase));

    // About one call in ten meets something. Sending calls meet the two cases that cannot be told apart more often than others.
    private static IReadOnlyList<Fault> BadDay(string? appId)
    {
        const string note = "badDay";
        return
        [
            new() { AppId = appId, Path = Submit, Cut = FaultCut.After, Probability = 0.08, Note = note },
            new() { AppId = appId, Path = Submit, Cut = FaultCut.Before, Probability = 0.05, Note = note },
            new() { AppId = appId, Path = SendAll, Cut = FaultCut.After, Probability = 0.08, Note = note },
            new() { AppId = appId, Path = SendAll, Cut = FaultCut.Before, Probability = 0.05, Note = note },
            new() { AppId = appId, Path = DraftAdd, Cut = FaultCut.After, Probability = 0.05, Note = note },
            new() { AppId = appId, Path = "/cgi-bin/draft/*", Token = FaultToken.Expire, Probability = 0.02, Note = note },
            new() { AppId = appId, Path = Everything, Errcode = -1, Probability = 0.04, Note = note },
            new() { AppId = appId, Path = Everything, HttpStatus = StatusCodes.Status502BadGateway, Probability = 0.02, Note = note },
            new() { AppId = appId, Path = Everything, DelayMs = 2000, Probability = 0.06, Note = note },
            new() { AppId = appId, Event = Finished, Push = FaultPush.Drop, Probability = 0.1, Note = note },
            new() { AppId = appId, Event = Finished, Push = FaultPush.Duplicate, Probability = 0.1, Note = note },
            new() { AppId = appId, Event = Finished, DelayMs = 30_000, Probability = 0.1, Note = note },
        ];
    }

    private static Fault Cut(string? appId, string path, FaultCut cut, string note) => new() { AppId = appId, Path = path, Cut = cut, Note = note };

    private static Fault Outcome(string? appId, string path, string outcome, string note) => new() { AppId = appId, Path = path, Outcome = outcome, Note = note };

    private static Fault Event(string? appId, FaultPush push, string note) => new() { AppId = appId, Event = Finished, Push = push, Note = note };
}
