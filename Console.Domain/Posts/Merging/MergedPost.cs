namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>The words of a post, as they are written and merged: everything but the account and the prints of its pictures.</summary>
/// <param name="Channel">Page only, or push.</param>
/// <param name="PlannedAt">The author's wish for a time, UTC.</param>
/// <param name="Articles">The articles in order.</param>
public sealed record PostText(Channel Channel, DateTimeOffset? PlannedAt, IReadOnlyList<Article> Articles)
{
    /// <summary>The only time in which it may go out; null for any time.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>Whether both say the same.</summary>
    public bool Says(PostText other) => Channel == other.Channel && PlannedAt == other.PlannedAt && Window == other.Window && Articles.SequenceEqual(other.Articles);
}

/// <summary>A post that two people changed at the same time: what it becomes, and where a person has to say.</summary>
/// <param name="Channel">Page only, or push.</param>
/// <param name="PlannedAt">The author's wish for a time.</param>
/// <param name="Articles">All articles either side has or had, in the order they come out.</param>
public sealed record MergedPost(MergedField<Channel> Channel, MergedField<DateTimeOffset?> PlannedAt, IReadOnlyList<MergedArticle> Articles)
{
    /// <summary>The only time in which it may go out. Where both changed it, what is stored already stays.</summary>
    public MergedField<TimeWindow?> Window { get; init; } = MergedField<TimeWindow?>.Of(null, null, null);

    /// <summary>Everywhere a person has to say, in reading order.</summary>
    public IReadOnlyList<MergeConflict> Conflicts =>
    [
        .. Articles.SelectMany((article, place) => article.IsPresent ? article.Conflicts(place) : []),
        .. PlannedAt.IsConflict
            ? [new MergeConflict(0, MergePart.PlannedAt, Text(PlannedAt.Origin), Text(PlannedAt.Mine), Text(PlannedAt.Theirs))]
            : Array.Empty<MergeConflict>(),
    ];

    /// <summary>Merges three texts of one post.</summary>
    /// <param name="origin">What both started from.</param>
    /// <param name="mine">What I wrote.</param>
    /// <param name="theirs">What the others stored since.</param>
    public static MergedPost Of(PostText origin, PostText mine, PostText theirs)
    {
        var (inMine, inTheirs) = (ArticleMatching.Of(origin.Articles, mine.Articles), ArticleMatching.Of(origin.Articles, theirs.Articles));
        var articles = origin.Articles.Select((article, i) => Take(article, mine.Articles, inMine[i], theirs.Articles, inTheirs[i])).ToList();
        var newMine = Enumerable.Range(0, mine.Articles.Count).Except(inMine).ToList();
        var newTheirs = Enumerable.Range(0, theirs.Articles.Count).Except(inTheirs).ToList();
        var both = ArticleMatching.Of([.. newTheirs.Select(i => theirs.Articles[i])], [.. newMine.Select(i => mine.Articles[i])]);
        for (var i = 0; i < newTheirs.Count; i++)
        {
            // New on both sides and alike: one article, as after a save whose answer was lost.
            articles.Add(Take(null, mine.Articles, both[i] < 0 ? -1 : newMine[both[i]], theirs.Articles, newTheirs[i]));
        }

        articles.AddRange(newMine.Where(i => articles.TrueForAll(article => article.MinePlace != i)).Select(i => Take(null, mine.Articles, i, theirs.Articles, -1)));
        return new MergedPost(
            MergedField<Channel>.Of(origin.Channel, mine.Channel, theirs.Channel),
            MergedField<DateTimeOffset?>.Of(origin.PlannedAt, mine.PlannedAt, theirs.PlannedAt),
            ArticleOrder.Of(articles, moved: IsMoved(inMine)))
        {
            Window = MergedField<TimeWindow?>.Of(origin.Window, mine.Window, theirs.Window) with { IsConflict = false },
        };
    }

    /// <summary>One of the texts that come out.</summary>
    public PostText For(MergeView view) => new(Channel.For(view), PlannedAt.For(view), [.. Shown(view).Select(article => article.For(view))]) { Window = Window.For(view) };

    /// <summary>The articles of <see cref="For"/>, each with where it came from.</summary>
    public IEnumerable<MergedArticle> Shown(MergeView view) => view switch
    {
        MergeView.BaseAfterLook => Articles.Where(article => article.TheirsPlace is not null).OrderBy(article => article.TheirsPlace),
        MergeView.BaseUnseen => Articles.Where(article => article.MinePlace is not null).OrderBy(article => article.MinePlace),
        _ => Articles.Where(article => article.IsPresent),
    };

    /// <summary>The same merge after a person has said what shall stand at one place.</summary>
    public MergedPost Settle(MergeConflict conflict, MergeChoice choice) => conflict.Part == MergePart.PlannedAt
        ? this with { PlannedAt = PlannedAt.Settle(choice) }
        : this with { Articles = [.. Articles.Select((article, place) => place == conflict.Article ? article.Settle(conflict, choice) : article)] };

    private static MergedArticle Take(Article? origin, IReadOnlyList<Article> mine, int inMine, IReadOnlyList<Article> theirs, int inTheirs) =>
        MergedArticle.Of(origin, inMine < 0 ? null : mine[inMine], inTheirs < 0 ? null : theirs[inTheirs]) with
        {
            MinePlace = inMine < 0 ? null : inMine,
            TheirsPlace = inTheirs < 0 ? null : inTheirs,
        };

    private static bool IsMoved(int[] partners)
    {
        var kept = partners.Where(place => place >= 0).ToList();
        return !kept.SequenceEqual(kept.Order());
    }

    private static string Text(DateTimeOffset? at) => at?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;
}
