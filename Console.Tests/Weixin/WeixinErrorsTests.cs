using System.Globalization;
using System.Resources;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Tests.Weixin;

public sealed class WeixinErrorsTests
{
    private static readonly string[] _others =
    [
        Troubles.ContentDiffers.Code, Troubles.PostChanged.Code, Troubles.ResultMissing.Code, Troubles.DraftVanished.Code, Troubles.Late(TimeSpan.Zero).Code,
        Troubles.PictureMissing(1).Code, Troubles.PictureFiltered(1).Code, Troubles.PublishResult(2).Code, Troubles.PublishResult(3).Code, Troubles.PublishResult(4).Code,
        Troubles.MassResult(null).Code, Troubles.MassResult(99999).Code, PlatformRefusals.NoArticle.Code,
        .. new[] { 10001, 20001, 20002, 20004, 20006, 20008, 20013, 21000, 22000, 30001, 30002, 30003, 40001, 40002 }.Select(number => Troubles.MassResult(number).Code),
    ];

    private static readonly ResourceManager Texts = new(typeof(WeixinText).FullName!, typeof(WeixinText).Assembly);

    [Theory]
    [InlineData(-1, RetryKind.Soon)]
    [InlineData(40014, RetryKind.FreshToken)]
    [InlineData(40020, RetryKind.Never)]
    [InlineData(45009, RetryKind.Later)]
    [InlineData(45011, RetryKind.Soon)]
    [InlineData(45066, RetryKind.Soon)]
    [InlineData(65410, RetryKind.Never)]
    [InlineData(268488001, RetryKind.Later)]
    [InlineData(123456, RetryKind.Never)]
    public void A_code_tells_what_a_repetition_would_do(int code, RetryKind retry) => Assert.Equal(retry, WeixinErrors.Find(code).Retry);

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
