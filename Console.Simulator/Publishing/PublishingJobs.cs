using GovAccountConsole.Simulator.Callbacks;
using GovAccountConsole.Simulator.Drafts;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Publishing;

/// <summary>Finishes publications: the draft goes, the pages come, PUBLISHJOBFINISH is pushed.</summary>
internal sealed class PublishingJobs(ArticleShelf shelf, PublicAddress address, CallbackSender callbacks) : IFinishesJobs
{
    public IEnumerable<DateTimeOffset> OpenUntil(Account account) =>
        account.Publications.Where(publication => publication.Status == PublishStatus.InProgress).Select(publication => publication.DueAt);

    public void Settle(Account account, DateTimeOffset now)
    {
        foreach (var publication in account.Publications.FindAll(publication => publication.Status == PublishStatus.InProgress && publication.DueAt <= now))
        {
            publication.Status = publication.PlannedStatus;
            if (publication.Status == PublishStatus.Success)
            {
                publication.ArticleId = Ids.Media();
                account.Drafts.Remove(publication.DraftMediaId);
                var articles = publication.IsToBeAltered ? Alteration.Of(publication.Articles) : publication.Articles;
                shelf.Put(account, articles, publication.ArticleId, PublishChannel.Publish, publication.DueAt);
            }
            callbacks.Push(account, FinishEvent(account, publication, now), "PUBLISHJOBFINISH", PushXml.Helper);
        }
    }

    /// <summary>fail_idx means something only when the originality check or the review failed; without other orders every article failed then.</summary>
    public static IEnumerable<int> FailedPositions(Publication publication) =>
        publication.Status is PublishStatus.OriginalityFailed or PublishStatus.ReviewRejected
            ? (publication.PlannedFailures ?? Enumerable.Range(1, publication.Articles.Count)).Where(position => position <= publication.Articles.Count)
            : [];

    private PushXml FinishEvent(Account account, Publication publication, DateTimeOffset now)
    {
        var xml = PushXml.Event(account, "PUBLISHJOBFINISH", PushXml.Helper, now);
        xml.Open("PublishEventInfo").Number("publish_id", publication.PublishId).Number("publish_status", (int)publication.Status);
        if (publication.ArticleId is { } articleId)
        {
            var articles = ArticleShelf.Group(account, articleId);
            xml.Text("article_id", articleId).Open("article_detail").Number("count", articles.Count);
            foreach (var article in articles)
            {
                xml.Open("item").Number("idx", article.Position).Text("article_url", address.OfArticle(article.Key)).Close();
            }
            xml.Close();
        }
        foreach (var position in FailedPositions(publication))
        {
            xml.Number("fail_idx", position);
        }
        return xml.Close();
    }
}
