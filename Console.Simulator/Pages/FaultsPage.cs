using System.Globalization;
using GovAccountConsole.Simulator.Admin;
using GovAccountConsole.Simulator.Callbacks;
using GovAccountConsole.Simulator.Faults;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>The trainer's desk: lessons to start, disturbances in force, one's own to add, pushes that are held back.</summary>
internal sealed class FaultsPage(PlatformState state, FaultBook faults, EventsAdmin events, CallbackSender callbacks)
{
    private const string Address = "/faults";
    private const int OfferedAccounts = 300;
    private static readonly string[] Targets =
    [
        "/cgi-bin/freepublish/submit", "/cgi-bin/freepublish/get", "/cgi-bin/freepublish/batchget", "/cgi-bin/message/mass/sendall", "/cgi-bin/message/mass/get",
        "/cgi-bin/draft/add", "/cgi-bin/draft/get", "/cgi-bin/material/add_material", "/cgi-bin/media/uploadimg", "/cgi-bin/stable_token", "/*",
        "PUBLISHJOBFINISH", "MASSSENDJOBFINISH", "*JOBFINISH", "text", "*",
    ];

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (HttpContext context) => Show(context, isRefused: false));
        Post(app, Address, form =>
        {
            if (FaultForm.Read(form) is not { } fault)
            {
                return false;
            }
            faults.Add(fault);
            return true;
        });
        Post(app, Address + "/preset", form =>
        {
            var seed = int.TryParse(form["seed"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
            if (Presets.Find(form["name"]) is not { } preset)
            {
                return false;
            }
            _ = FaultsAdmin.Apply(faults, preset, form["appId"].ToString().Trim(), seed);
            return true;
        });
        Post(app, Address + "/clear", _ =>
        {
            faults.Clear();
            return true;
        });
        // One that has ended meanwhile is gone as wished.
        Post(app, Address + "/remove", form =>
        {
            if (int.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                faults.Remove(id);
            }
            return true;
        });
        Post(app, Address + "/held/release", _ =>
        {
            foreach (var held in callbacks.Held)
            {
                events.Release(held.Account.AppId, held.Push.Id);
            }
            return true;
        });
    }

    private void Post(IEndpointRouteBuilder app, string path, Func<IFormCollection, bool> act) =>
        app.MapPost(path, (Delegate)((HttpContext context) => ActAsync(context, act)));

    private async Task<IResult> ActAsync(HttpContext context, Func<IFormCollection, bool> act)
    {
        if (OwnForm.IsForeign(context))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        return act(form) ? Results.Redirect(Address) : Show(context, isRefused: true);
    }

    private IResult Show(HttpContext context, bool isRefused)
    {
        var say = Speech.Of(context);
        var active = faults.All();
        var held = callbacks.Held;
        return Layout.Page(context, say.Say("故障演练 · 模拟公众平台", "Fault drills · simulated platform"), "admin", Markup.Of($"""
            <main class="wide">
            <p class="crumbs"><a href="/">{say.Say("全部公众号", "All accounts")}</a> {say.Switch()}</p>
            <h1>{say.Say("故障演练", "Fault drills")}</h1>
            <p class="lead">{say.Say("让模拟平台按您的意思出错，看台账怎样应对。真实的公众平台不受影响。", "Make the simulated platform go wrong as you wish and watch how the console copes. The real platform is not touched.")}</p>
            {Markup.When(isRefused, () => Markup.Of($"""<p class="refused" role="alert">{say.Say("没有添加：请检查所填的数值、次数和概率。", "Nothing was added: check the value, the number and the chance.")}</p>"""))}
            <h2>{say.Say("正在生效", "In force")}</h2>{Active(active, say)}
            <h2>{say.Say("扣住的通知", "Events held back")}</h2>{Held(held, say)}
            <h2>{say.Say("课程", "Lessons")}</h2>{Lessons(say)}
            <h2>{say.Say("自己添加", "Add your own")}</h2>{Form(say)}
            </main>
            """), status: isRefused ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, language: say.Tag);
    }

    private Markup Active(IReadOnlyList<Fault> active, Speech say) => active.Count == 0
        ? Markup.Of($"""<p class="empty">{say.Say("现在没有故障。", "No faults now.")}</p>""")
        : Markup.Of($"""
            <ul class="faults">{active.Select(fault => Markup.Of($"""
                <li><div><b>{FaultWords.Effect(fault, say)}</b><small>{FaultWords.Target(fault, state, say)}</small><small>{FaultWords.Extent(fault, say)}</small></div>
                <form method="post" action="{Address}/remove"><button name="id" value="{fault.Id}">{say.Say("取消", "Remove")}</button></form></li>
                """))}</ul>
            <form method="post" action="{Address}/clear"><button>{say.Say("全部取消", "Remove all")}</button></form>
            """);

    private static Markup Held(IReadOnlyList<HeldPush> held, Speech say) => held.Count == 0
        ? Markup.Of($"""<p class="empty">{say.Say("没有扣住的通知。", "None.")}</p>""")
        : Markup.Of($"""
            <ul class="faults">{held.Select(one => Markup.Of($"""
                <li><div><b>{one.Push.Kind}</b><small>{one.Account.Settings.Name} · {PageTime.Second(one.Push.At)}</small></div>{EventButtons.Of(one.Account, one.Push, Address, say)}</li>
                """))}</ul>
            <form method="post" action="{Address}/held/release"><button>{say.Say("全部放行", "Release all")}</button></form>
            """);

    private Markup Lessons(Speech say) => Markup.Of($"""
        <form method="post" action="{Address}/preset">
        <p class="fields"><label>{say.Say("公众号", "Account")}<select name="appId"><option value="">{say.Say("全部", "All")}</option>{Accounts()}</select></label>
        <label>{say.Say("种子（留空则随机；填上次的可重放）", "Seed (empty: random; the last one replays)")}<input name="seed" inputmode="numeric"></label></p>
        <ul class="lessons">{Presets.All.Select(preset => Markup.Of($"""
            <li><b>{say.Say(preset.Chinese, preset.English)}</b><p>{say.Say(preset.ChineseLesson, preset.EnglishLesson)}</p><button name="name" value="{preset.Name}">{say.Say("开始", "Start")}</button></li>
            """))}</ul></form>
        """);

    private Markup Form(Speech say) => Markup.Of($"""
        <form method="post" action="{Address}" class="own">
        <label>{say.Say("公众号", "Account")}<select name="appId"><option value="">{say.Say("全部", "All")}</option>{Accounts()}</select></label>
        <label>{say.Say("接口或通知（可用 *）", "Interface or event (* allowed)")}<input name="target" list="targets" value="/cgi-bin/freepublish/submit"></label>
        <datalist id="targets">{Targets.Select(target => Markup.Of($"""<option value="{target}"></option>"""))}</datalist>
        <label>{say.Say("怎样出错", "What goes wrong")}<select name="effect">{FaultForm.Effects.Select(effect => Markup.Of($"""<option value="{effect.Name}">{say.Say(effect.Chinese, effect.English)}</option>"""))}</select></label>
        <label>{say.Say("数值", "Value")}<input name="value"></label>
        <label>{say.Say("多少次", "How often")}<select name="often"><option value="times">{say.Say("接下来几次", "The next few")}</option><option value="every">{say.Say("每一次", "Every one")}</option><option value="chance">{say.Say("按概率", "By chance")}</option></select></label>
        <label>{say.Say("次数", "Number")}<input name="times" inputmode="numeric" value="1"></label>
        <label>{say.Say("概率（%）", "Chance (%)")}<input name="chance" inputmode="numeric" value="10"></label>
        <label>{say.Say("种子", "Seed")}<input name="seed" inputmode="numeric"></label>
        <label>{say.Say("多少分钟后结束", "Ends after (minutes)")}<input name="minutes" inputmode="numeric"></label>
        <p><button class="primary">{say.Say("添加", "Add")}</button></p>
        </form>
        """);

    private IEnumerable<Markup> Accounts() => state.Accounts.Values.OrderBy(account => account.AppId, StringComparer.Ordinal).Take(OfferedAccounts)
        .Select(account => Markup.Of($"""<option value="{account.AppId}">{account.Settings.Name}</option>"""));
}
