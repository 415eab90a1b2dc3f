using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Tests.Domain.Posts.Checks;

public sealed class Reading_plainly
{
    [Fact]
    public void A_sentence_over_the_limit_is_named_with_its_paragraph()
    {
        var sentence = new string('字', 61) + "。";
        var finding = Assert.Single(CheckedText.In($"<p>短句。</p><p>短。{sentence}</p>"));
        Assert.Equal(("sentence-long", sentence, 1, 2), (finding.Code, finding.Words, finding.Paragraph, finding.Offset));
        Assert.Equal([61, 2, 60], finding.Args);
    }

    [Fact]
    public void The_mean_and_the_share_are_told_once_for_the_article()
    {
        var html = string.Concat(Enumerable.Repeat($"<p>{new string('字', 30)}。</p>", 3));
        Assert.Equal(["30", 25], CheckedText.Found(html, "sentence-mean")!.Args);
        Assert.Equal([2, 4, 60, 5], CheckedText.Found(string.Concat(Enumerable.Repeat($"<p>{new string('字', 61)}。短。</p>", 2)), "sentence-share")!.Args);
        Assert.Null(CheckedText.Found("<p>一。二。三。</p>", "sentence-mean"));
    }

    [Fact]
    public void A_chain_of_clauses_is_named()
    {
        Assert.Equal([5, 4], CheckedText.Found("甲，乙，丙，丁，戊，己。", "clause-chain")!.Args);
        Assert.Null(CheckedText.Found("甲，乙，丙，丁，戊。", "clause-chain"));
    }

    [Theory]
    [InlineData("我们的城市的公园的门", true)]
    [InlineData("我们的城市的公园", false)]
    [InlineData("我的书，你的书，他的书", false)]
    [InlineData("目的的确的士", false)]
    public void Stacked_particles_are_named(string text, bool found) => Assert.Equal(found, CheckedText.Found(text, "particle-stack") is not null);

    [Fact]
    public void Characters_outside_the_first_level_of_GB_2312_are_rare()
    {
        Assert.Equal(3755, RareCharacterCheck.Known);
        Assert.True(RareCharacterCheck.IsRare('龘'));
        Assert.False(RareCharacterCheck.IsRare('路'));
        var finding = CheckedText.Found(new string('路', 98) + "龘靐", "rare-characters");
        Assert.Equal(("龘", "2.0", "龘、靐"), (finding?.Words, finding?.Args[0], finding?.Args[2]));
        Assert.Null(CheckedText.Found(new string('路', 99) + "龘", "rare-characters"));
    }

    [Fact]
    public void Many_stock_phrases_are_told_as_one()
    {
        var words = new WordBook(1, [new(WordKind.Stock, "高度重视", null, CheckLevel.Advice, "套话", "本部门")]);
        var report = CheckedText.Of(CheckedText.Scene("高度重视。高度重视。高度重视。高度重视。") with { Words = words });
        Assert.Equal([4, 3], Assert.Single(report.Findings, finding => finding.Code == "stock-dense").Args);
    }

    [Fact]
    public void A_notice_says_first_who_when_where_what_and_whom_to_call()
    {
        const string Whole = "11月28日（周六）上午9点到下午5点，滨江路停水，请居民提前储水，电话12345。";
        Assert.Null(CheckedText.Found(Whole, "notice-facts", "停水通知"));
        Assert.Equal("phone", CheckedText.Found(Whole.Replace("，电话12345", "，停水期间由我们送水", StringComparison.Ordinal), "notice-facts", "停水通知")!.Args[0].ToString());
        Assert.Equal("phone", CheckedText.Found(Whole.Replace("电话12345", new string('字', 150) + "电话12345", StringComparison.Ordinal), "notice-facts", "停水通知")!.Args[0].ToString());
        Assert.Null(CheckedText.Found("这是一篇讲城市历史的文章，没有什么要做的事情，只是讲讲老故事而已。", "notice-facts", "老城故事"));
    }

    [Fact]
    public void A_text_is_compared_with_the_accounts_own_and_only_with_enough_of_them()
    {
        var earlier = Enumerable.Range(1, 30).Select(number => (double)number).ToArray();
        Assert.Equal(["easy", "fair", "hard"], new[] { 5.0, 15, 28 }.Select(mean => ReadingBand.Of(mean, earlier)!.Word));
        Assert.Null(ReadingBand.Of(5, earlier[..19]));
    }

    [Fact]
    public void Unknown_agencies_get_the_strictest_of_all_profiles()
    {
        var strictest = CheckProfile.StrictestOf(DefaultProfiles.All.Select(profile => profile.ToProfile()));
        Assert.Equal(CheckLevel.Must, strictest.LevelOf(CheckCatalogue.Find("personal-plate")!));
        Assert.Equal(CheckLevel.Advice, DefaultProfiles.All[0].ToProfile().LevelOf(CheckCatalogue.Find("personal-plate")!));
    }

    [Fact]
    public void What_somebody_called_no_problem_is_closed_while_its_words_stand()
    {
        var scene = CheckedText.Scene("打 13800001234");
        var print = Assert.Single(CheckedText.Of(scene).Findings).Print;
        var dismissed = scene with { Dismissals = new Dictionary<string, DismissalNote>(StringComparer.Ordinal) { [print] = new(Guid.NewGuid(), "值班手机", "李知远", default) } };
        Assert.False(Assert.Single(CheckedText.Of(dismissed).Findings).IsOpen);
        Assert.Contains("personal", CheckedText.Of(dismissed).Fine);
        Assert.True(Assert.Single(CheckedText.Of(dismissed with { Articles = [CheckedText.Article("打 13800001235")] }).Findings).IsOpen);
    }

    [Fact]
    public void The_platforms_limits_cannot_be_dismissed()
    {
        var scene = CheckedText.Scene("字") with { Articles = [CheckedText.Article("字") with { CoverMediaId = null }] };
        var print = Assert.Single(CheckedText.Of(scene).Findings).Print;
        Assert.True(CheckedText.Of(scene with { Dismissals = new Dictionary<string, DismissalNote>(StringComparer.Ordinal) { [print] = new(Guid.NewGuid(), "不要", "某", default) } }).Findings[0].IsOpen);
    }
}
