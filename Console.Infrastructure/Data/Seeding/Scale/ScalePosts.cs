using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>
/// Makes posts in order of creation over the last 420 days up to today, with a month of plans ahead: a fifth of the accounts write
/// most of them, as in life. The same numbers give the same posts on the same day.
/// </summary>
internal sealed class ScalePosts(ScaleSize size, ScaleTree tree, DateTimeOffset now)
{
    private const int Days = 420;
    private const int DaysAhead = 30;
    private const double Ahead = 0.03;
    private const double MinutesOfWriting = 120;

    private readonly int _firstAhead = (int)(size.Posts * (1 - Ahead));
    private readonly IReadOnlyList<ScaleAgency> _owners = tree.Owners;
    private readonly DateTimeOffset _today = new(now.ToOffset(TimeSpan.FromHours(8)).Date, TimeSpan.FromHours(8));

    /// <summary>The agency that owns an account.</summary>
    public ScaleAgency OwnerOf(int account) => _owners[account % _owners.Count];

    public ScalePost Make(int number)
    {
        var dice = new Dice((ulong)number + 1);
        var account = (int)(Math.Pow(dice.Fraction(), 2) * size.Accounts);
        var owner = OwnerOf(account);
        var accountId = ScaleIds.Of(ScaleIds.Kind.Account, account);
        var channel = dice.Roll(10) < 3 ? Channel.MassSend : Channel.Publish;
        var (title, digest) = ScaleWords.Headline(ref dice);
        var article = new Article(title, "", digest, ScaleWords.Body(ref dice, title), null, null, CommentsOpen: false, CommentsFansOnly: false);
        var text = new PostContent(accountId, channel, [article], []).ToCanonicalText();

        // Creation rises with the number, so ids and pages are filled in order.
        var planned = number >= _firstAhead;
        var created = planned
            ? now.AddMinutes((number - size.Posts) * MinutesOfWriting / (size.Posts - _firstAhead))
            : _today.AddDays(-Days).AddMinutes((double)number / _firstAhead * Days * 24 * 60).ToUniversalTime();
        var slot = planned ? Slot(_today.AddDays(dice.Roll(DaysAhead)), ref dice) : Slot(created.ToOffset(TimeSpan.FromHours(8)).AddDays(1 + dice.Roll(2)), ref dice);
        var status = slot > now ? Coming(dice.Roll(100)) : Past(dice.Roll(1000));
        var step = status == PostStatus.InReview ? 1 + dice.Roll(3) : 0;
        var published = status is PostStatus.Published or PostStatus.Recalled ? slot : (DateTimeOffset?)null;
        var publish = status is PostStatus.Published or PostStatus.Recalled or PostStatus.Scheduled or PostStatus.Failed or PostStatus.Expired ? slot : (DateTimeOffset?)null;
        var since = published ?? created.AddHours(2);
        return new ScalePost(
            number, ScaleIds.Of(ScaleIds.Kind.Post, number, created), owner.Id, accountId, ScaleIds.Of(ScaleIds.Kind.Person, owner.Number), channel, status,
            title, SearchTerms.Of([title, digest]), text, PostContent.HashOf(text), created, since, slot, publish, published, step);
    }

    private static DateTimeOffset Slot(DateTimeOffset day, ref Dice dice) =>
        new DateTimeOffset(day.Date, TimeSpan.FromHours(8)).AddHours(8 + dice.Roll(12)).AddMinutes(10 * dice.Roll(6)).ToUniversalTime();

    private static PostStatus Coming(int chance) => chance switch
    {
        < 40 => PostStatus.Scheduled,
        < 70 => PostStatus.InReview,
        < 80 => PostStatus.Approved,
        < 85 => PostStatus.Returned,
        _ => PostStatus.Draft,
    };

    private static PostStatus Past(int chance) => chance switch
    {
        < 960 => PostStatus.Published,
        < 970 => PostStatus.Recalled,
        < 985 => PostStatus.Withdrawn,
        < 999 => PostStatus.Expired,
        _ => PostStatus.Failed,
    };
}
