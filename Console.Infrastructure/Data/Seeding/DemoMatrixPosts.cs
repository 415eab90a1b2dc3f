using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Text;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

/// <summary>Leads every post through its life by the acts of its aggregate, each with the person and the moment it is told to have happened.</summary>
internal sealed class DemoMatrixPosts(ConsoleDb db, DemoMatrixClock clock, DemoMatrixPlaces places, DemoMatrixPictures pictures, DemoDirectory directory)
{
    private static readonly TimeSpan _returnedToEdited = TimeSpan.FromMinutes(25);

    private readonly Dictionary<string, Actor> _actors = directory.People.ToDictionary(
        person => person.Key,
        person => new Actor(
            places.People[person.Key].Id, person.Name, [.. person.Grants.Select(grant => new Grant(grant.Role, places.Agencies[grant.Agency].Id))]),
        StringComparer.Ordinal);

    /// <summary>Adds the post with its revisions and reviews, up to the state before anything is sent.</summary>
    public (Post Post, OfficialAccount Account) Add(DemoPost planned)
    {
        var account = places.Accounts[planned.Account];
        var author = places.People[planned.Author];
        var writtenAt = clock.At(planned.WrittenAt);
        var plannedAt = planned.PlannedAt is { } words ? clock.At(words) : (DateTimeOffset?)null;
        var final = Content(planned, account, author, writtenAt, plannedAt, planned.Articles);
        var first = planned.EarlierWords is { } earlier
            ? Content(planned, account, author, writtenAt, plannedAt, [.. planned.Articles.Select(article => Before(article, earlier))])
            : final;
        var (post, revision) = Value(Post.Create(account, first, plannedAt, author.Id, writtenAt, id: DemoMatrixIds.Of("post " + planned.Key, writtenAt)), planned.Key);
        db.Posts.Add(post);
        db.Revisions.Add(revision);

        foreach (var (index, submission) in planned.Submissions.Index())
        {
            var at = clock.At(submission.At);
            if (index > 0)
            {
                revision = Value(post.Edit(revision, final, plannedAt, ReviewPlan.Default, author.Id, at - _returnedToEdited), planned.Key)
                    ?? throw new InvalidDataException($"{planned.Key} was sent back and not changed.");
                db.Revisions.Add(revision);
            }

            Require(post.Submit(account, revision, ReviewPlan.Default, author.Id, at), planned.Key);
            db.Reviews.Add(post.Review!);
            foreach (var decision in submission.Decisions)
            {
                Require(
                    post.Decide(_actors[decision.By], places.Lineage(account.AgencyId), post.RevisionNumber, decision.Decision, decision.Comment, clock.At(decision.At)),
                    planned.Key);
            }
        }

        if (planned.WithdrawnAt is { } withdrawn)
        {
            Require(post.Withdraw(author.Id, clock.At(withdrawn)), planned.Key);
        }

        if (planned.ExpiredAt is { } expired && !post.Expire(clock.At(expired)))
        {
            throw new InvalidDataException($"{planned.Key} does not expire at {expired}.");
        }

        return (post, account);
    }

    private static DemoArticle Before(DemoArticle article, DemoEarlierWords words) =>
        article with { Body = [.. article.Body.Select(line => line.Replace(words.Now, words.Was, StringComparison.Ordinal))] };

    private static T Value<T>(Result<T> result, string key)
    {
        DemoMatrix.Require(result, key);
        return result.Value;
    }

    private static void Require(Result result, string key) => DemoMatrix.Require(result, key);

    private PostContent Content(
        DemoPost planned, OfficialAccount account, Person author, DateTimeOffset writtenAt, DateTimeOffset? plannedAt, IReadOnlyList<DemoArticle> articles)
    {
        var prints = new List<MediaPrint>();
        var written = new List<Article>();
        foreach (var article in articles)
        {
            var cover = pictures.Of(account.AgencyId, article.Cover, author.Id, writtenAt);
            pictures.Note(cover, prints);
            var html = pictures.Place(clock.Date(string.Concat(article.Body), plannedAt), account.AgencyId, author.Id, writtenAt, prints);
            written.Add(new Article(
                clock.Date(article.Title, plannedAt), article.Author, clock.Date(article.Digest, plannedAt), ArticleSanitizer.Clean(ArticleDress.Dress(html)).Html,
                SourceUrl: null, cover.Id, CommentsOpen: account.Verified, CommentsFansOnly: false));
        }

        return new PostContent(account.Id, planned.Channel, written, prints);
    }
}
