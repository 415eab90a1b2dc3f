using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Tests.Domain.Posts.Checks;

public sealed class Looking_up_lists
{
    private static readonly WordBook _words = new(7,
    [
        new(WordKind.Typo, "帐号", "账号", CheckLevel.Must, "推荐用“账”", "规范字表", new DateOnly(2026, 1, 1)),
        new(WordKind.Typo, "截止目前", "截至目前", CheckLevel.Advice, "“截至”才能带时间", "现代汉语词典"),
        new(WordKind.Forbidden, "某某称呼", null, CheckLevel.Must, "不用", "部门规定"),
        new(WordKind.Forbidden, "将来的说法", "以后的说法", CheckLevel.Must, "换名", "通知", new DateOnly(2026, 12, 1)),
        new(WordKind.Forbidden, "从前的说法", "现在的说法", CheckLevel.Must, "换名", "通知", null, new DateOnly(2026, 11, 24)),
        new(WordKind.Stock, "进一步提高思想认识", null, CheckLevel.Advice, "对单位说的", "本部门"),
        new(WordKind.Stock, "提高思想认识", "", CheckLevel.Advice, "对单位说的", "本部门"),
        new(WordKind.Term, "三同时", "同时设计、同时施工、同时投产", CheckLevel.Advice, "行业用语", "本部门"),
        new(WordKind.Bait, "震惊", null, CheckLevel.Advice, "标题党", "本部门"),
        new(WordKind.Known, "ETC", null, CheckLevel.Advice, "都懂", "本部门"),
        new(WordKind.Typo, "中心", "政务服务中心", CheckLevel.Advice, "全称", "本部门"),
    ]);

    private static readonly OfficeBook _offices = new(3,
    [
        new("陈志远", "市长", "临江市人民政府", 2),
        new("陈志远", "市委副书记、市长", "临江市人民政府", 2),
        new("陈志远", "市公安局局长", "临江市公安局", 9, null, new DateOnly(2025, 6, 30)),
        new("林晓岚", "市委书记", "中共临江市委", 1),
        new("何立", "副市长", "临江市人民政府", 5),
    ]);

    [Theory]
    [InlineData("请登录帐号", "word-typo", "帐号", "账号", CheckWeight.Must)]
    [InlineData("截止目前", "word-typo", "截止目前", "截至目前", CheckWeight.Advice)]
    [InlineData("某某称呼", "word-forbidden", "某某称呼", null, CheckWeight.Must)]
    [InlineData("要进一步提高思想认识", "word-stock", "进一步提高思想认识", "", CheckWeight.Advice)]
    [InlineData("落实三同时", "term-unexplained", "三同时", "三同时（同时设计、同时施工、同时投产）", CheckWeight.Advice)]
    public void An_entry_names_the_words_the_fix_the_source_and_its_date(string text, string code, string words, string? fix, CheckWeight weight)
    {
        var finding = Assert.Single(Found(text));
        Assert.Equal((code, words, fix, weight), (finding.Code, finding.Words, finding.Fix, finding.Weight));
        Assert.Equal(("words", 7), (finding.Entry!.List, finding.Entry.Version));
        Assert.NotEmpty(finding.Entry.Source);
    }

    [Theory]
    [InlineData("将来的说法")]
    [InlineData("从前的说法")]
    [InlineData("三同时（同时设计）")]
    [InlineData("以下简称“三同时”")]
    [InlineData("到政务服务中心")]
    [InlineData("震惊全国的发现")]
    [InlineData("走 ETC 车道")]
    public void What_does_not_hold_today_or_is_right_already_stays(string text) => Assert.Empty(Found(text));

    [Fact]
    public void A_luring_word_counts_in_the_title_only() =>
        Assert.Equal("title", Assert.Single(CheckedText.Of(CheckedText.Scene("字", "震惊！这样停车") with { Words = _words }).Findings).Field);

    [Fact]
    public void A_profile_turns_a_check_down_or_off()
    {
        var scene = CheckedText.Scene("请登录帐号") with { Words = _words };
        Assert.Empty(CheckedText.Of(scene with { Profile = Profile(CheckLevel.Off) }).Findings);
        Assert.Equal(CheckWeight.Advice, Assert.Single(CheckedText.Of(scene with { Profile = Profile(CheckLevel.Advice) }).Findings).Weight);
    }

    [Fact]
    public void Abbreviations_are_explained_at_their_first_use()
    {
        Assert.Equal("DRG", Assert.Single(Found("医保按 DRG 付费，DRG 是分组")).Words);
        Assert.Empty(Found("按疾病诊断分组（DRG）付费"));
    }

    [Theory]
    [InlineData("市公安局局长陈志远到场", "name-former", "市公安局局长陈志远", "市长陈志远")]
    [InlineData("市长何立到场", "name-title", "市长何立", "副市长何立")]
    [InlineData("陈志远书记到场", "name-title", "陈志远书记", "市长陈志远")]
    public void A_title_that_the_list_does_not_know_is_named(string text, string code, string words, string fix)
    {
        var finding = Assert.Single(Named(text));
        Assert.Equal((code, words, fix, "names"), (finding.Code, finding.Words, finding.Fix, finding.Entry!.List));
    }

    [Theory]
    [InlineData("市长陈志远到场")]
    [InlineData("市委副书记、市长陈志远到场")]
    [InlineData("陈志远说，副市长何立到场")]
    [InlineData("市委书记林晓岚、市长陈志远、副市长何立出席")]
    public void The_right_title_and_order_stay(string text) => Assert.Empty(Named(text));

    [Fact]
    public void A_wrong_order_is_put_right_by_a_click()
    {
        var finding = Assert.Single(Named("市长陈志远、市委书记林晓岚出席"));
        Assert.Equal(("name-order", "市委书记林晓岚、市长陈志远"), (finding.Code, finding.Fix));
    }

    [Fact]
    public void Thousands_of_phrases_are_found_in_one_pass()
    {
        var matcher = new PhraseMatcher<int>(Enumerable.Range(0, 5_000).Select(number => ($"词{number}语", number)).Append(("他说", -1)).Append(("说", -2)));
        Assert.Equal([(0, 2, -1), (1, 1, -2), (2, 6, 4321)], matcher.In("他说词4321语").OrderBy(hit => hit.Start));
        Assert.Empty(new PhraseMatcher<int>([]).In("字"));
    }

    private static CheckProfile Profile(CheckLevel level) =>
        new("test", 1, new Dictionary<string, CheckLevel>(StringComparer.Ordinal) { ["word-typo"] = level }, new Dictionary<string, int>(StringComparer.Ordinal));

    private static IReadOnlyList<CheckFinding> Found(string text) => CheckedText.Of(CheckedText.Scene(text) with { Words = _words }).Findings;

    private static IReadOnlyList<CheckFinding> Named(string text) => CheckedText.Of(CheckedText.Scene(text) with { Offices = _offices }).Findings;
}
