using GovAccountConsole.Infrastructure.Text.Import;
using GovAccountConsole.Tests.Support;
using SkiaSharp;
using static GovAccountConsole.Tests.Support.WordFile;

namespace GovAccountConsole.Tests.Text;

/// <summary>What of a Word document becomes an article, and what is said of the rest.</summary>
public sealed class Reading_word_documents
{
    [Fact]
    public void Headings_paragraphs_emphasis_and_alignment_are_kept()
    {
        var read = Read(P("关于停水的", "<w:pStyle w:val=\"a3\"/>") + P("通知", "<w:pStyle w:val=\"a3\"/>") + P("　　各位市民：") + P("一、时间", "<w:pStyle w:val=\"1\"/>")
            + P("小节", "<w:pStyle w:val=\"3\"/>") + "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>今晚 </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>22</w:t></w:r>"
            + "<w:r><w:rPr><w:b/></w:rPr><w:t>:00</w:t></w:r><w:r><w:rPr><w:i/><w:u w:val=\"single\"/></w:rPr><w:t>起</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>停</w:t><w:br/><w:t>水 &amp; 降压</w:t></w:r></w:p><w:p/>");

        Assert.Equal("关于停水的通知", read.Title);
        Assert.Equal("<p>各位市民：</p><h2>一、时间</h2><h3>小节</h3><p style=\"text-align: center\">今晚 <strong>22:00</strong><em><u>起</u></em>停<br>水 &amp; 降压</p>", read.Html);
        Assert.Equal(1, read.Dropped.Of(DroppedWhat.EmptyLines));
    }

    [Fact]
    public void Lists_nest_go_on_counting_and_chinese_numbers_become_words()
    {
        var read = Read(P("见下。") + Item("看外壳") + Item("扣带子") + Item("下巴处", level: 1) + P("中间") + Item("摇一摇") + Item("工作目标", 2) + Item("保障措施", 2));

        Assert.Equal(
            "<p>见下。</p><ol><li><p>看外壳</p></li><li><p>扣带子</p><ul><li><p>下巴处</p></li></ul></li></ol><p>中间</p><ol start=\"3\"><li><p>摇一摇</p></li></ol><p>一、工作目标</p><p>二、保障措施</p>", read.Html);
    }

    [Fact]
    public void Tables_keep_merged_cells_and_header_rows()
    {
        var read = Read(P("安排如下。") + "<w:tbl>" + Row("<w:tblHeader/>", Cell("时间", "<w:gridSpan w:val=\"2\"/>"), Cell("地点"))
            + Row("", Cell("上午", "<w:vMerge w:val=\"restart\"/>"), Cell("9:00"), Cell("一楼")) + Row("", Cell("", "<w:vMerge/>"), Cell("10:00"), Cell("")) + Row("", Cell(""), Cell(""), Cell("")) + "</w:tbl>");

        Assert.Equal(
            "<p>安排如下。</p><table><tbody><tr><th colspan=\"2\"><p>时间</p></th><th><p>地点</p></th></tr><tr><td rowspan=\"2\"><p>上午</p></td><td><p>9:00</p></td><td><p>一楼</p></td></tr>"
            + "<tr><td><p>10:00</p></td><td><p></p></td></tr></tbody></table>", read.Html);
    }

    [Fact]
    public void A_table_of_one_cell_is_a_frame_and_one_in_another_becomes_lines()
    {
        var inner = "<w:tbl>" + Row("", Cell("甲"), Cell("乙")) + "</w:tbl>";
        Assert.Equal("<p>提示。</p>", Read("<w:tbl>" + Row("", Cell("提示。")) + "</w:tbl>").Html);
        var read = Read("<w:tbl>" + Row("", Cell("外"), $"<w:tc>{inner}<w:p/></w:tc>") + "</w:tbl>");
        Assert.Equal("<table><tbody><tr><td><p>外</p></td><td><p>甲</p><p>乙</p></td></tr></tbody></table>", read.Html);
        Assert.Equal(1, read.Dropped.Of(DroppedWhat.NestedTables));
    }

    [Fact]
    public void Pictures_come_along_once_with_their_words_and_linked_ones_are_never_fetched()
    {
        var png = Pictures.Encoded(SKEncodedImageFormat.Png, 20, 10);
        var read = Read(
            P("图。") + Picture("rIdPic1", "路口 &quot;甲&quot;") + Picture("rIdPic1") + Picture("rIdPic1", hidden: "<a:srcRect l=\"50000\"/>") + Picture("rIdAway", kind: "r:link") + Picture("rIdNone"), (png, "image/png"));

        Assert.Equal("<p>图。</p><img data-import=\"0\" alt=\"路口 &quot;甲&quot;\"><img data-import=\"0\" alt=\"\"><img data-import=\"1\" alt=\"\">", read.Html);
        Assert.Equal([png, png], read.Pictures.Select(picture => picture.Bytes));
        Assert.Equal(0.5, read.Pictures[1].Cut.Left);
        Assert.Equal((1, 1), (read.Dropped.Of(DroppedWhat.LinkedPictures), read.Dropped.Of(DroppedWhat.Pictures)));
    }

    [Fact]
    public void Changes_are_taken_as_accepted_comments_and_hidden_words_stay_behind()
    {
        var read = Read("<w:p><w:r><w:t>市民</w:t></w:r><w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t>朋友</w:t></w:r></w:ins><w:del w:id=\"2\" w:author=\"x\"><w:r><w:delText>群众</w:delText></w:r></w:del>"
            + "<w:commentRangeStart w:id=\"7\"/><w:r><w:t>好。</w:t></w:r><w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del w:id=\"3\" w:author=\"x\"/></w:rPr></w:pPr><w:r><w:t>前半，</w:t></w:r></w:p>" + P("后半。"));

        Assert.Equal("<p>市民朋友好。</p><p>前半，后半。</p>", read.Html);
        Assert.Equal((2, 1, 1), (read.Dropped.Of(DroppedWhat.TrackedChanges), read.Dropped.Of(DroppedWhat.Comments), read.Dropped.Of(DroppedWhat.HiddenText)));
    }

    [Fact]
    public void Links_fields_footnotes_formulas_and_text_boxes_are_read()
    {
        var read = Read("<w:p><w:hyperlink r:id=\"rIdLink\"><w:r><w:t>上期</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://b.example/\" </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>网址</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>增长</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>"
            + "<w:r><w:t>。面积 5 m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r><m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>"
            + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>" + P("框里的话。") + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" + P("框里的话。") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + P("目录一", "<w:pStyle w:val=\"toc1\"/>"));

        Assert.Equal("<p><a href=\"https://mp.weixin.qq.com/s/abc\">上期</a><a href=\"https://b.example/\">网址</a>增长〔1〕。面积 5 m²x+y</p><p>框里的话。</p><p>〔1〕据市统计局</p>", read.Html);
        Assert.Equal((1, 1, 1, 1), (read.Dropped.Of(DroppedWhat.Footnotes), read.Dropped.Of(DroppedWhat.TextBoxes), read.Dropped.Of(DroppedWhat.Formulas), read.Dropped.Of(DroppedWhat.Contents)));
    }

    [Theory]
    [InlineData("<w:jc w:val=\"center\"/>", "停电通知", "停电通知", "<p>正文。</p>")]
    [InlineData("", "停电通知", "停电通知", "<p>停电通知</p><p>正文。</p>")]
    [InlineData("", "明天停电。", "", "<p>明天停电。</p><p>正文。</p>")]
    public void Without_a_title_style_the_first_line_is_proposed(string properties, string first, string title, string html)
    {
        var read = Read(P(first, properties) + P("正文。"));
        Assert.Equal((title, html), (read.Title, read.Html));
    }

    [Fact]
    public void Styles_in_a_circle_do_no_harm() => Assert.Equal("<p>圆。</p>", Read(P("圆。", "<w:pStyle w:val=\"loop\"/>")).Html);

    private static ImportedDocument Read(string body, params (byte[] Bytes, string Type)[] pictures) => DocumentReader.Read(Of(body, pictures), null, TestContext.Current.CancellationToken).Value;
}
