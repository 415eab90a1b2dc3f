using Bunit;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Tests.Components;

/// <summary>The small parts that every page is made of.</summary>
public sealed class GacPartsTests : BunitContext
{
    public GacPartsTests()
    {
        Services.AddLocalization();
        Services.AddSingleton(TimeProvider.System);
    }

    [Fact]
    public void Every_state_of_a_post_has_its_own_word_and_an_icon()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var status in Enum.GetValues<PostStatus>())
        {
            var chip = Render<GacStatus>(parameters => parameters.Add(part => part.Post, status)).Find("span.gac-chip");
            Assert.NotNull(chip.QuerySelector("svg[aria-hidden=true]"));
            Assert.True(words.Add(chip.TextContent.Trim()), $"{status} repeats {chip.TextContent}");
        }

        Assert.Equal(13, words.Count);
    }

    [Fact]
    public void The_step_of_a_review_stands_inside_the_chip() =>
        Assert.Equal("审核中 2/3", Render<GacStatus>(parameters => parameters.Add(part => part.Post, PostStatus.InReview).Add(part => part.Extra, "2/3")).Find(".gac-chip").TextContent);

    [Fact]
    public void A_running_account_is_a_dot_and_a_word_without_a_chip()
    {
        var part = Render<GacStatus>(parameters => parameters.Add(status => status.Account, AccountStatus.Active));
        Assert.Empty(part.FindAll(".gac-chip"));
        Assert.NotNull(part.Find(".gac-dot"));
        Assert.Equal("运行中", part.Find(".gac-chip-quiet").TextContent);
    }

    [Theory]
    [InlineData("#1F4FA3", true)]
    [InlineData("red;background:url(//evil)", false)]
    [InlineData("#1F4FA", false)]
    public void Only_a_real_colour_reaches_the_style(string color, bool used)
    {
        var style = Render<GacSector>(parameters => parameters.Add(part => part.Name, "公安").Add(part => part.Color, color)).Find(".gac-sector").GetAttribute("style");
        Assert.Equal(used ? "--gac-sector:#1F4FA3" : string.Empty, style ?? string.Empty);
    }

    [Fact]
    public void The_quota_is_drawn_and_said()
    {
        var part = Render<GacQuota>(parameters => parameters.Add(quota => quota.Limit, 4).Add(quota => quota.Used, 1).Add(quota => quota.Planned, 2));
        Assert.Single(part.FindAll("i.used"));
        Assert.Equal(2, part.FindAll("i.planned").Count);
        Assert.Equal(4, part.FindAll("i").Count);
        Assert.Equal("群发额度共 4 次：已用 1，已排 2，余 1", part.Find(".gac-quota").GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData(79, "green", 1)]
    [InlineData(80, "amber", 1)]
    [InlineData(100, "amber", 1)]
    [InlineData(125, "red", 2)]
    public void Load_has_three_bands_and_hatches_what_exceeds(int percent, string band, int bars)
    {
        var part = Render<GacLoad>(parameters => parameters.Add(load => load.Percent, percent));
        Assert.NotNull(part.Find($".gac-load-{band}"));
        Assert.Equal(bars, part.FindAll(".gac-load-bar i").Count);
    }

    [Theory]
    [InlineData(12, null, "12 / 32", "")]
    [InlineData(29, null, "29 / 32", "gac-counter-near")]
    [InlineData(40, null, "40 / 64", "gac-counter-near")]
    [InlineData(65, null, "65 / 64，超 1 字", "gac-counter-over")]
    public void The_counter_warns_at_the_soft_limit_and_forbids_at_the_hard_one(int length, string? error, string text, string css)
    {
        var part = Render<GacField>(parameters => parameters
            .Add(field => field.Id, "title").Add(field => field.Label, "标题").Add(field => field.Error, error)
            .Add(field => field.Limit, new FieldLimit(32, 64)).Add(field => field.Value, new string('字', length))
            .Add(field => field.ChildContent, context => $"<input id=\"{context.Id}\" aria-invalid=\"{context.AriaInvalid}\" aria-describedby=\"{context.DescribedBy}\">"));
        var counter = part.Find(".gac-counter");
        Assert.Equal(text, counter.TextContent);
        Assert.Equal(css, counter.ClassName!.Replace("gac-counter", string.Empty, StringComparison.Ordinal).Trim() is { Length: > 0 } rest ? "gac-counter" + rest : string.Empty);
        Assert.Equal(length > 64 ? "true" : string.Empty, part.Find("input").GetAttribute("aria-invalid"));
        Assert.Equal("title-count", part.Find("input").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void An_emoji_counts_as_one_character() => Assert.Equal(2, FieldLimit.LengthOf("a😀"));

    [Fact]
    public void A_note_says_what_happened_then_what_is_lost_then_what_to_do()
    {
        var part = Render<GacNote>(parameters => parameters
            .Add(note => note.Title, "乐游临江 09:30 没有发布成功").Add(note => note.Body, "稿件都在。").Add(note => note.Actions, "<button>重新发布</button>").Add(note => note.Code, "40007"));
        var text = part.Find("[role=alert]").TextContent;
        Assert.True(text.IndexOf("没有发布成功", StringComparison.Ordinal) < text.IndexOf("稿件都在", StringComparison.Ordinal));
        Assert.True(text.IndexOf("稿件都在", StringComparison.Ordinal) < text.IndexOf("重新发布", StringComparison.Ordinal));
        Assert.Contains("微信返回 40007", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_still_loading_says_so_and_an_empty_one_teaches()
    {
        var loading = Render<GacTable<int>>(parameters => parameters
            .Add(table => table.Items, null).Add(table => table.Head, "<th>a</th>").Add(table => table.Row, item => $"<tr><td>{item}</td></tr>").Add(table => table.Empty, "<b>nothing</b>"));
        Assert.Equal("true", loading.Find("table").GetAttribute("aria-busy"));
        var empty = Render<GacTable<int>>(parameters => parameters
            .Add(table => table.Items, []).Add(table => table.Head, "<th>a</th>").Add(table => table.Row, item => $"<tr><td>{item}</td></tr>").Add(table => table.Empty, "<b>nothing</b>"));
        Assert.Equal("nothing", empty.Find("b").TextContent);
    }

    [Fact]
    public void A_filter_is_links_that_keep_the_rest_of_the_address()
    {
        var navigation = Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>();
        navigation.NavigateTo("posts?q=x&status=draft&cursor=abc");
        var part = Render<GacFilter>(parameters => parameters
            .Add(filter => filter.Name, "status").Add(filter => filter.Label, "状态").Add(filter => filter.Value, "draft")
            .Add(filter => filter.Options, [new FilterOption("draft", "草稿"), new FilterOption("failed", "发布失败")]));
        Assert.Equal("状态：草稿", part.Find("summary span").TextContent);
        var links = part.FindAll(".gac-pop a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.EndsWith("posts?q=x", links[0], StringComparison.Ordinal);
        Assert.EndsWith("posts?q=x&status=draft%2Cfailed", links[1], StringComparison.Ordinal);
    }
}
