using GovAccountConsole.Simulator;

namespace GovAccountConsole.Tests.Simulator;

public sealed class ConversationTests
{
    private const string Custom = "/cgi-bin/message/custom/send";
    private const string Messages = $"/sim/accounts/{SimulatedPlatform.AppId}/citizen-messages";

    [Fact]
    public async Task Message_of_a_citizen_is_pushed_encrypted_and_answered_on_the_phone()
    {
        using var callbacks = new CallbackRecorder
        {
            Answer = _ => CallbackRecorder.Text("<xml><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[已收到]]></Content></xml>"),
        };
        await using var platform = await SimulatedPlatform.StartAsync(new { callbackUrl = "http://console.example/callback?a=1" }, new SimulatorOptions { CallbackHandler = callbacks });
        var written = await platform.PostAsync(Messages, new { text = "护照去哪里办？]]>" });
        var push = await callbacks.NextAsync();
        var message = IndependentDecryption.Open(push);

        Assert.Equal("1", push.Query["a"]);
        Assert.Equal("护照去哪里办？]]>", message.Element("Content")!.Value);
        Assert.Equal((string?)written["msgId"], message.Element("MsgId")!.Value);
        Assert.Equal(push.Query["openid"], message.Element("FromUserName")!.Value);
        await SimulatedPlatform.EventuallyAsync(async () => (string?)(await platform.ListAsync($"/sim/accounts/{SimulatedPlatform.AppId}/chat"))[0]!["text"] == "已收到");
    }

    [Fact]
    public async Task Five_answers_within_forty_eight_hours()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var openId = (string)(await platform.PostAsync(Messages, new { text = "你好" }))["openId"]!;
        var answer = new { touser = openId, msgtype = "text", text = new { content = "您好" } };
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(0, (int)(await platform.CallAsync(Custom, answer))["errcode"]!);
        }

        Assert.Equal(45047, (int)(await platform.CallAsync(Custom, answer))["errcode"]!);
        await platform.PostAsync(Messages, new { text = "还有" });
        Assert.Equal(0, (int)(await platform.CallAsync(Custom, answer))["errcode"]!);
        platform.Time.Advance(TimeSpan.FromHours(48.1));
        Assert.Equal(45015, (int)(await platform.CallAsync(Custom, answer))["errcode"]!);
        Assert.Equal(43004, (int)(await platform.CallAsync(Custom, new { touser = "stranger", msgtype = "text", text = new { content = "x" } }))["errcode"]!);
    }

    [Fact]
    public async Task Menu_keeps_its_limits()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var create = await platform.WithTokenAsync("/cgi-bin/menu/create");
        async Task<int> Create(object menu) => (int)(await platform.PostAsync(create, menu))["errcode"]!;
        object Button(string name, string url = "https://www.example.gov.cn") => new { type = "view", name, url };

        Assert.Equal(46003, (int)(await platform.GetAsync(await platform.WithTokenAsync("/cgi-bin/menu/get")))["errcode"]!);
        Assert.Equal(40016, await Create(new { button = Enumerable.Repeat(Button("办事"), 4) }));
        Assert.Equal(40018, await Create(new { button = new[] { Button("名称太长了吧") } }));
        Assert.Equal(40055, await Create(new { button = new[] { Button("办事", "ftp://x") } }));
        Assert.Equal(40023, await Create(new { button = new[] { new { name = "办事", sub_button = Enumerable.Repeat(Button("护照"), 6) } } }));
        Assert.Equal(40033, (int)(await platform.PostTextAsync(create, """{"button":[{"type":"click","name":"\u529e","key":"a"}]}"""))["errcode"]!);
        Assert.Equal(0, await Create(new { button = new object[] { new { name = "办事", sub_button = new[] { Button("护照") } }, Button("动态") } }));
        var menu = await platform.GetAsync(await platform.WithTokenAsync("/cgi-bin/menu/get"));
        Assert.Equal("护照", (string?)menu["menu"]!["button"]![0]!["sub_button"]![0]!["name"]);
        var current = await platform.GetAsync(await platform.WithTokenAsync("/cgi-bin/get_current_selfmenu_info"));
        Assert.Equal("护照", (string?)current["selfmenu_info"]!["button"]![0]!["sub_button"]!["list"]![0]!["name"]);
    }

    [Fact]
    public async Task Followers_are_listed()
    {
        await using var platform = await SimulatedPlatform.StartAsync(new { followers = 3 });
        var list = await platform.GetAsync(await platform.WithTokenAsync("/cgi-bin/user/get"));
        var first = (string)list["data"]!["openid"]![0]!;

        Assert.Equal(3, (int)list["total"]!);
        Assert.Equal(1, (int)(await platform.GetAsync(await platform.WithTokenAsync($"/cgi-bin/user/info?openid={first}")))["subscribe"]!);
        Assert.Equal(0, (int)(await platform.GetAsync(await platform.WithTokenAsync("/cgi-bin/user/info?openid=nobody")))["subscribe"]!);
    }
}
