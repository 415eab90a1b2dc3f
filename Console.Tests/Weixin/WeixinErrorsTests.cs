using System.Globalization;
using System.Resources;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Tests.Weixin;

public sealed class WeixinErrorsTests
{
    private static readonly string[] _others =
    [
        Troubles.ContentDiffers.Code, Troubles.PostChanged.Code, Troubles.ResultMissing.Code, Troubles.DraftVanished.Code, Troubles.DraftRemains.Code, PlatformRefusals.ListsUnreadable.Code, "outcome-broken-off", Troubles.Late(TimeSpan.Zero).Code,
        Troubles.PictureMissing(1).Code, Troubles.PictureFiltered(1).Code, Troubles.PublishResult(2).Code, Troubles.PublishResult(3).Code, Troubles.PublishResult(4).Code,
        Troubles.MassResult(null).Code, Troubles.MassResult(99999).Code, PlatformRefusals.NoArticle.Code,
        .. new[] { 10001, 20001, 20002, 20004, 20006, 20008, 20013, 21000, 22000, 30001, 30002, 30003, 40001, 40002 }.Select(number => Troubles.MassResult(number).Code),
    ];

    private static readonly string[] _checks = ["appId", "appSecret", "ipAllowList", "permissions"];

    private static readonly ResourceManager Texts = new(typeof(WeixinText).FullName!, typeof(WeixinText).Assembly);

    [Theory]
    [InlineData(-1, RetryKind.Soon)]
    [InlineData(40014, RetryKind.FreshToken)]
    [InlineData(40020, RetryKind.Never)]
    [InlineData(45009, RetryKind.NextPeriod)]
    [InlineData(53501, RetryKind.Later)]
    [InlineData(48001, RetryKind.Person)]
    [InlineData(45011, RetryKind.Soon)]
    [InlineData(45066, RetryKind.Soon)]
    [InlineData(65410, RetryKind.Never)]
    [InlineData(268488001, RetryKind.Later)]
    [InlineData(123456, RetryKind.Never)]
    public void A_code_tells_what_a_repetition_would_do(int code, RetryKind retry) => Assert.Equal(retry, WeixinErrors.Find(code).Retry);

    // The codes of reference §12, as ranges; 0 is no error.
    public static TheoryData<int, int> Reference { get; } = new(
        new (int, int)[]
        {
            (-1, -1), (40001, 40009), (40013, 40014), (40016, 40027), (40033, 40033), (40035, 40035), (40054, 40055), (40059, 40060), (40114, 40114), (40118, 40118),
            (40121, 40121), (40125, 40125), (40130, 40130), (40137, 40137), (40152, 40152), (40155, 40155), (40164, 40164), (40243, 40243), (41001, 41002), (41004, 41004),
            (41039, 41040), (42001, 42001), (42010, 42010), (43002, 43002), (43004, 43004), (43019, 43019), (44002, 44004), (45001, 45005), (45008, 45009), (45011, 45011),
            (45015, 45015), (45028, 45028), (45047, 45047), (45056, 45059), (45062, 45062), (45065, 45067), (45083, 45084), (45110, 45110), (45113, 45113), (45166, 45166),
            (47001, 47001), (48001, 48006), (48008, 48008), (48021, 48022), (50002, 50002), (50004, 50004), (50007, 50007), (53404, 53406), (53500, 53505), (53600, 53600),
            (61003, 61007), (61014, 61014), (61023, 61023), (61500, 61501), (61503, 61503), (65400, 65417), (70000, 70000), (88000, 88005), (88007, 88008), (88010, 88010),
            (89503, 89507), (268487001, 268487002), (268488001, 268488001),
        });

    [Theory]
    [MemberData(nameof(Reference))]
    public void Every_code_of_the_reference_stands_in_the_table(int first, int last) =>
        Assert.All(Enumerable.Range(first, last - first + 1), code => Assert.NotEqual("weixin-other", WeixinErrors.Find(code).TextKey));

    [Fact]
    public void What_somebody_must_mend_names_the_line_of_the_live_test()
    {
        Assert.All(WeixinErrorTable.Rows, row => Assert.Equal(row.Retry == RetryKind.Person, row.Check is not null));
        Assert.All(WeixinErrorTable.Rows.Where(row => row.Check is not null), row => Assert.Contains(row.Check, _checks));
    }

    [Fact]
    public void A_code_may_mean_another_thing_at_another_interface()
    {
        Assert.Equal((RetryKind.FreshToken, null), (WeixinErrors.Find(40001, "/cgi-bin/draft/add").Retry, WeixinErrors.Find(40001, "/cgi-bin/draft/add").Check));
        Assert.Equal((RetryKind.Person, "appSecret"), (WeixinErrors.Find(40001, WeixinPaths.StableToken).Retry, WeixinErrors.Find(40001, WeixinPaths.StableToken).Check));
    }

    [Fact]
    public void Ranges_do_not_overlap()
    {
        var rows = WeixinErrorTable.Rows.OrderBy(row => row.First).ToList();
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.First.Last < pair.Second.First, pair.ToString()));
    }

    [Fact]
    public void Every_code_and_every_unknown_outcome_has_a_sentence_in_both_languages()
    {
        var keys = WeixinErrorTable.Rows.Select(row => row.TextKey)
            .Concat(Enum.GetValues<UnknownReason>().Select(reason => WeixinErrors.TextKey(new(reason, ""))))
            .Append(WeixinErrors.TextKey(new(UnknownReason.ConnectionLost, "", NeverLeft: true)))
            .Concat(_others)
            .Concat(Enum.GetValues<Mend>().Select(mend => "next-" + mend.ToString().ToLowerInvariant()))
            .Append(WeixinErrors.Find(1).TextKey);
        var english = Texts.GetResourceSet(CultureInfo.GetCultureInfo("en"), createIfNotExists: true, tryParents: false)!;
        var chinese = Texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
        {
            Assert.Matches("[一-龥]", chinese.GetString(key));
            Assert.DoesNotMatch("[一-龥]", english.GetString(key)!);
        }
    }
}
