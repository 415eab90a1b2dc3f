using GovAccountConsole.Domain.Reviews;

namespace GovAccountConsole.Tests.Domain.Reviews;

public sealed class Reading_a_body
{
    [Fact]
    public void Blocks_keep_their_kind_and_order()
    {
        var blocks = ReadingText.Of("""
            <h2>要出门的，<strong>这样走</strong></h2><p>去机场：走滨江大道&amp;环路。</p><ul><li>开雾灯</li><li><p>慢行</p></li></ul>
            <blockquote>来源：交警</blockquote><p><img src="/media/1" alt="图"></p><table><tbody><tr><th>路段</th><th><p>时间</p></th></tr></tbody></table>
            """);

        Assert.Equal(
            [
                (BlockKind.Heading, "要出门的，这样走"), (BlockKind.Paragraph, "去机场：走滨江大道&环路。"), (BlockKind.Item, "开雾灯"), (BlockKind.Item, "慢行"),
                (BlockKind.Quote, "来源：交警"), (BlockKind.Picture, "\uFFFC/media/1"), (BlockKind.Row, "路段\t时间"),
            ],
            blocks.Select(block => (block.Kind, block.Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p></p><p>&nbsp; </p>")]
    [InlineData("<!-- 备注 -->")]
    public void Nothing_to_read_gives_no_block(string html) => Assert.Empty(ReadingText.Of(html));

    [Theory]
    [InlineData("<p>一<br>二</p>", 2)]
    [InlineData("<p title='a>b'>一</p>", 1)]
    [InlineData("<p", 0)]
    [InlineData("没有标签", 1)]
    public void Odd_markup_is_survived(string html, int blocks) => Assert.Equal(blocks, ReadingText.Of(html).Count);
}
