using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;

namespace GovAccountConsole.Tests.Domain.Reviews;

public sealed class Comparing_bodies
{
    private const string One = "/media/00000000-0000-7000-8000-0000000000a1";
    private const string Two = "/media/00000000-0000-7000-8000-0000000000a2";

    [Fact]
    public void A_picture_exchanged_stands_beside_the_old_one_whole()
    {
        var block = Assert.Single(Compare($"<p><img src=\"{One}\"></p>", $"<p><img src=\"{Two}\"></p>"));
        Assert.Equal([(DiffKind.Deleted, "\uFFFC" + One), (DiffKind.Inserted, "\uFFFC" + Two)], block.Paragraph.Parts.Select(part => (part.Kind, part.Text)));
        Assert.Equal(1, block.Changes);
    }

    [Fact]
    public void A_paragraph_that_went_elsewhere_is_moved_not_deleted_and_new()
    {
        var blocks = Compare("<p>学校北片明天上午九点上课。</p><p>甲甲甲甲</p><p>乙乙乙乙</p>", "<p>甲甲甲甲</p><p>乙乙乙乙</p><p>学校北片明天上午十点上课。</p>");
        var moved = Assert.Single(blocks, block => block.Paragraph.Moved);
        Assert.Equal(["九", "十"], moved.Paragraph.Parts.Where(part => part.Kind != DiffKind.Same).Select(part => part.Text));
        Assert.Equal(3, blocks.Count);
        Assert.False(moved.Paragraph.IsSame);
    }

    [Fact]
    public void A_table_is_compared_cell_by_cell()
    {
        var blocks = Compare("<table><tr><td>柳林</td><td>22:00</td></tr></table>", "<table><tr><td>柳林</td><td>23:30</td></tr></table>");
        var row = Assert.Single(blocks);
        Assert.Equal(DiffKind.Same, Assert.Single(row.Cells[0]).Kind);
        Assert.Equal(["22:00", "23:30"], row.Cells[1].Select(part => part.Text));
        Assert.Equal(1, row.Changes);
    }

    [Fact]
    public void A_column_put_in_changes_no_other_cell()
    {
        var row = Assert.Single(Compare("<table><tr><td>柳林路</td><td>青山路</td></tr></table>", "<table><tr><td>柳林路</td><td>新加的一列</td><td>青山路</td></tr></table>"));
        Assert.Equal([DiffKind.Same, DiffKind.Inserted, DiffKind.Same], row.Cells.Select(cell => cell[0].Kind));
    }

    [Fact]
    public void Blocks_say_where_they_begin_in_the_newer_text()
    {
        var blocks = Compare("<p>旧</p>", "<p>一二三</p><p>四五</p>");
        Assert.Equal([0, 4], blocks.Where(block => block.Start >= 0).Select(block => block.Start));
    }

    [Fact]
    public void A_link_that_leads_elsewhere_is_a_sentence_though_its_words_stay()
    {
        var article = new Article("题", "甲", "摘", "<p>看<a href=\"https://a.example\">官网</a></p>", null, null, true, false);
        var compared = Assert.Single(ArticleComparison.Of([article], [article with { ContentHtml = "<p>看<a href=\"https://b.example\">官网</a></p>" }]));
        var setting = Assert.Single(compared.Settings);
        Assert.Equal(("Setting.LinkChanged", 1), (setting.Key, compared.Changes));
        Assert.Equal(["官网", "https://a.example", "https://b.example"], setting.Values);
    }

    [Fact]
    public void A_change_nobody_can_read_is_told_all_the_same()
    {
        var article = new Article("题", "甲", "摘", "<p>慢行</p>", null, null, true, false);
        var compared = Assert.Single(ArticleComparison.Of([article], [article with { ContentHtml = "<p><strong>慢行</strong></p>" }]));
        Assert.Equal(("Setting.Style", 1), (Assert.Single(compared.Settings).Key, compared.Changes));
    }

    [Fact]
    public void Channel_comments_and_cover_are_said()
    {
        var article = new Article("题", "甲", "摘", "<p>慢行</p>", null, Guid.NewGuid(), true, false);
        var before = new PostContent(Guid.NewGuid(), Channel.Publish, [article], []);
        var after = before with { Channel = Channel.MassSend, Articles = [article with { CommentsOpen = false, CoverMediaId = Guid.NewGuid() }] };
        var compared = PostComparison.Of(before, after);
        Assert.Equal("Setting.ToMassSend", Assert.Single(compared.Settings).Key);
        Assert.Equal("Setting.CommentsClosed", Assert.Single(compared.Articles[0].Settings).Key);
        Assert.NotEqual(compared.Articles[0].CoverBefore, compared.Articles[0].CoverAfter);
        Assert.Equal(3, compared.Changes);
        Assert.Equal(0, PostComparison.Of(before, before).Changes);
    }

    private static IReadOnlyList<ComparedBlock> Compare(string before, string after) => BlockDiff.Compare(ReadingText.Of(before), ReadingText.Of(after));
}
