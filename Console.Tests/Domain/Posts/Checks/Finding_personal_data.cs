using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Tests.Domain.Posts.Checks;

public sealed class Finding_personal_data
{
    [Theory]
    [InlineData("打李警官手机 138 0000 1234", "personal-mobile", "138 0000 1234")]
    [InlineData("打 １３８００００１２３４", "personal-mobile", "１３８００００１２３４")]
    [InlineData("打一三八零零零零一二三四", "personal-mobile", "一三八零零零零一二三四")]
    [InlineData("打 1 3 8 0 0 0 0 1 2 3 4", "personal-mobile", "1 3 8 0 0 0 0 1 2 3 4")]
    [InlineData("打 138-0000-1234", "personal-mobile", "138-0000-1234")]
    [InlineData("打 +86 13800001234", "personal-mobile", "86 13800001234")]
    [InlineData("打 138\u200b0000\u200b1234", "personal-mobile", "138\u200b0000\u200b1234")]
    [InlineData("身份证 110105 19491231 002X", "personal-id-card", "110105 19491231 002X")]
    [InlineData("身份证１１０１０５１９４９１２３１００２Ｘ", "personal-id-card", "１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("卡号4111 1111 1111 1111", "personal-bank-card", "4111 1111 1111 1111")]
    [InlineData("张警官：0510-82345678", "personal-landline-person", "0510-82345678")]
    [InlineData("联系人：王小明 0510-82345678", "personal-landline-person", "0510-82345678")]
    [InlineData("家里电话 82345678", "personal-landline-person", "82345678")]
    [InlineData("有事打 0510-82345678", "personal-landline", "0510-82345678")]
    [InlineData("各单位请注意。有事打 0510-82345678", "personal-landline", "0510-82345678")]
    [InlineData("电话：82345678", "personal-landline", "82345678")]
    [InlineData("一辆苏B12345小车", "personal-plate", "苏B12345")]
    [InlineData("一辆苏B·D12345新能源车", "personal-plate", "苏B·D12345")]
    [InlineData("家住幸福小区3栋2单元401室", "personal-address", "3栋2单元401室")]
    [InlineData("在阳光花园12号楼1802被盗", "personal-address", "12号楼1802")]
    public void What_leads_to_a_person_is_found_however_it_is_written(string text, string code, string words)
    {
        var finding = Assert.Single(CheckedText.In(text), finding => finding.Code.StartsWith("personal-", StringComparison.Ordinal));
        Assert.Equal((code, words, "body", 0), (finding.Code, finding.Words, finding.Field, finding.Paragraph));
    }

    [Theory]
    [InlineData("值班电话 0571-12345678 或 12345")]
    [InlineData("咨询电话：0510-82345678")]
    [InlineData("市政务服务中心 82345678")]
    [InlineData("报警打 110，急救打 120")]
    [InlineData("文号 110105194912310021")]
    [InlineData("订单 4111111111111112")]
    [InlineData("编号 A13800001234")]
    [InlineData("2026年11月28日 09:00 至 2026年12月1日 17:00")]
    [InlineData("共 12345678 元")]
    [InlineData("到行政中心3号楼201室办理")]
    [InlineData("一、二、三、四、五、六、七、八、九")]
    [InlineData("138****1234")]
    public void What_an_office_publishes_and_other_numbers_stay(string text) =>
        Assert.DoesNotContain(CheckedText.In(text), finding => finding.Code.StartsWith("personal-", StringComparison.Ordinal));

    [Fact]
    public void Cells_captions_and_the_words_beside_pictures_are_read_too()
    {
        const string Html = """
            <table><tr><td>张三</td><td>13800001234</td></tr></table>
            <figure><img src="/media/0198a5f0-0000-7000-8000-000000000002" alt="失主 13800001235"><figcaption>电话 13800001236</figcaption></figure>
            """;

        var found = CheckedText.In(Html).Where(finding => finding.Code == "personal-mobile").ToArray();

        Assert.Equal(["13800001234", "13800001235", "13800001236"], found.Select(finding => finding.Words!).Order(StringComparer.Ordinal));
        Assert.Equal(Guid.Parse("0198a5f0-0000-7000-8000-000000000002"), Assert.Single(found, finding => finding.Field == "picture").Picture);
    }

    [Fact]
    public void Names_and_notes_of_picture_files_are_read_too()
    {
        var picture = Guid.Parse("0198a5f0-0000-7000-8000-000000000002");
        var scene = CheckedText.Scene($"<p>字</p><img src=\"/media/{picture}\">") with
        {
            Pictures = new Dictionary<Guid, PictureFacts> { [picture] = new("13800001234.jpg", ["owner 110105 19491231 002X"]) },
        };

        var found = CheckedText.Of(scene).Findings;

        Assert.Equal(["personal-mobile", "personal-id-card", "picture-notes"], found.Select(finding => finding.Code));
        Assert.All(found, finding => Assert.Equal(("picture", picture), (finding.Field, finding.Picture)));
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void A_picture_whose_rights_end_before_the_day_of_publication_is_named(int last, bool found)
    {
        var scene = CheckedText.Scene("字");
        var cover = scene.Articles[0].CoverMediaId!.Value;
        var report = CheckedText.Of(scene with { Pictures = new Dictionary<Guid, PictureFacts> { [cover] = new("cover.jpg", [], new DateOnly(2026, 11, last)) } });
        Assert.Equal(found ? ["media-expired"] : [], report.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void The_same_number_twice_is_two_places_that_can_be_told_apart()
    {
        var found = CheckedText.In("<p>打 13800001234</p><p>或者 13800001234</p>").Where(finding => finding.Code == "personal-mobile").ToArray();

        Assert.Equal([(0, 2, 0), (1, 3, 1)], found.Select(finding => (finding.Paragraph, finding.Offset, finding.Occurrence)));
        Assert.Equal(found[0].Print, found[1].Print);
    }

    [Fact]
    public void An_identity_number_is_masked_by_a_click() =>
        Assert.Equal("110105********002X", CheckedText.Found("证号11010519491231002X", "personal-id-card")!.Fix);
}
