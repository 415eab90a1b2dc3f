using GovAccountConsole.Domain.Posts.Merging;

namespace GovAccountConsole.Tests.Domain.Posts.Merging;

/// <summary>What must hold for any two changes of any post.</summary>
public sealed class Merging_properties
{
    private const int Rounds = 150;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_elses_change_leaves_mine_alone_and_no_change_of_mine_takes_theirs(int seed) => Each(seed, (origin, mine, theirs, _) =>
    {
        var alone = MergedPost.Of(origin, mine, origin);
        Assert.Empty(alone.Conflicts);
        Same(mine, alone.For(MergeView.Save));
        Same(mine, alone.For(MergeView.Show));
        Same(origin, alone.For(MergeView.BaseAfterLook));
        Same(theirs, MergedPost.Of(origin, origin, theirs).For(MergeView.Show));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_word_put_in_by_either_is_lost(int seed) => Each(seed, (origin, mine, theirs, words) =>
    {
        var merged = MergedPost.Of(origin, mine, theirs);
        var before = Flat(origin);
        foreach (var (text, view) in new[] { (mine, MergeView.Show), (theirs, MergeView.Save), (theirs, MergeView.Show), (mine, MergeView.Save) })
        {
            var kept = Flat(merged.For(view)) + string.Concat(merged.Conflicts.Select(conflict => $" {conflict.Mine} {conflict.Theirs} "));
            Assert.All(words.Where(word => Has(Flat(text), word) && !Has(before, word)), word => Assert.True(Has(kept, word), word));
        }
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Who_saves_first_decides_the_side_of_a_conflict_and_nothing_else(int seed) => Each(seed, (origin, mine, theirs, _) =>
    {
        var (one, other) = (MergedPost.Of(origin, mine, theirs), MergedPost.Of(origin, theirs, mine));
        Assert.Equal(
            one.Conflicts.Select(conflict => (conflict.Part, conflict.Origin, conflict.Mine, conflict.Theirs)).Order(),
            other.Conflicts.Select(conflict => (conflict.Part, conflict.Origin, Mine: conflict.Theirs, Theirs: conflict.Mine)).Order());
        Assert.Equal(Blocks(one.For(MergeView.Save)), Blocks(other.For(MergeView.Show)));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Merging_again_changes_nothing(int seed) => Each(seed, (origin, mine, theirs, _) =>
    {
        var merged = MergedPost.Of(origin, mine, theirs);
        var saved = merged.For(MergeView.Save);
        var again = MergedPost.Of(merged.For(MergeView.BaseAfterSave), merged.For(MergeView.Show), saved);
        Same(saved, again.For(MergeView.Save));
        Same(merged.For(MergeView.Show), again.For(MergeView.Show));
        Assert.Equal(merged.Conflicts.Count, again.Conflicts.Count);
        var unseen = MergedPost.Of(merged.For(MergeView.BaseUnseen), mine, saved);
        Same(saved, unseen.For(MergeView.Save));
        if (merged.Conflicts.Count == 0)
        {
            // A save whose answer was lost: what is stored already comes in once.
            Assert.Equal(Blocks(saved), Blocks(MergedPost.Of(origin, mine, saved).For(MergeView.Save)));
        }
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_settled_conflict_is_settled_for_good(int seed) => Each(seed, (origin, mine, theirs, words) =>
    {
        foreach (var choice in Enum.GetValues<MergeChoice>())
        {
            var merged = MergedPost.Of(origin, mine, theirs);
            while (merged.Conflicts is [var first, ..])
            {
                merged = merged.Settle(first, choice);
            }

            var next = MergedPost.Of(merged.For(MergeView.BaseAfterLook), merged.For(MergeView.Show), theirs);
            Assert.Empty(next.Conflicts);
            Same(merged.For(MergeView.Show), next.For(MergeView.Save));
        }
    });

    private static void Each(int seed, Action<PostText, PostText, PostText, IReadOnlyList<string>> check)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var edits = new RandomEdits((seed * 1000) + round);
            var origin = edits.Post();
            check(origin, edits.Edited(origin, 1 + (round % 5)), edits.Edited(origin, 1 + (round % 4)), edits.Words);
        }
    }

    private static void Same(PostText expected, PostText actual)
    {
        Assert.Equal(expected.Articles, actual.Articles);
        Assert.True(expected.Says(actual));
    }

    private static IEnumerable<string> Blocks(PostText post) =>
        post.Articles.SelectMany(article => HtmlBlocks.Split(article.ContentHtml).Append(article.Title)).Order(StringComparer.Ordinal);

    private static string Flat(PostText post) => string.Join(' ', post.Articles.Select(article => $" {article.Title} {article.Digest} {article.ContentHtml} "));

    private static bool Has(string text, string word) => System.Text.RegularExpressions.Regex.IsMatch(text, $@"\b{word}\b", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(2));
}
