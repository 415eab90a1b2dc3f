using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>Fetches what citizens see and compares it with what was approved: soon after publication, after an hour, after a day.</summary>
internal sealed class PublicationReadBack(Work work, WeixinGateway gateway, CallBudgets budgets)
{
    private const int Tries = 4;

    /// <summary>Looks once. Without an answer nothing is kept, and it is due again later.</summary>
    public async Task LookAsync(Guid publicationId, CancellationToken token)
    {
        var question = await work.AsSystemAsync<Question>(DeliveryBook.Name, async step =>
        {
            var publication = await step.Db.Publications.SingleAsync(row => row.Id == publicationId, step.Token);
            var delivery = await Settlement.LoadAsync(step, publication);
            if (delivery.Post.Status != PostStatus.Published || publication.ArticleId is null)
            {
                publication.EndReadBack();
                return new Question(null, publication.AccountId, "", []);
            }

            var revision = await step.Db.Revisions.AsNoTracking().SingleAsync(row => row.PostId == publication.PostId && row.Number == publication.Revision, step.Token);
            return new Question(new(delivery.Account.AppId), publication.AccountId, publication.ArticleId, revision.Content.Articles);
        }, token);
        if (!question.Succeeded || question.Value.Account is not { } account) return;
        var answer = await budgets.AskAsync(
            question.Value.AccountId, CallInterface.PublishedArticle, Asker.Machine, () => gateway.Publishing.GetArticleAsync(account, question.Value.ArticleId, token), token);
        if (answer is null || Judge(question.Value.Approved, answer) is not { } seen) return;
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if ((await KeepAsync(publicationId, seen, token)).Succeeded) return;
        }
    }

    private static (ReadBackState State, Difference? Where)? Judge(IReadOnlyList<Article> approved, Answer<NewsItems> answer) => answer switch
    {
        { Error.IsGone: true } => (ReadBackState.Gone, null),
        { Value.NewsItem: { } shown } when shown.Any(article => article.IsDeleted) => (ReadBackState.Gone, null),
        { Value.NewsItem: { } shown } => PublishedComparison.First(approved, shown) is { } different ? (ReadBackState.Altered, different) : (ReadBackState.Same, null),
        _ => null,
    };

    private Task<Result<bool>> KeepAsync(Guid publicationId, (ReadBackState State, Difference? Where) seen, CancellationToken token) =>
        work.AsSystemAsync<bool>(DeliveryBook.Name, async step =>
        {
            var delivery = await Settlement.LoadAsync(step, await step.Db.Publications.SingleAsync(row => row.Id == publicationId, step.Token));
            // Recalled by the console while the platform was asked.
            if (delivery.Post.Status != PostStatus.Published) return false;
            var publication = delivery.Publication;
            var worse = publication.NoteReadBack(new ReadBack(seen.State, step.Now, (publication.ReadBack?.Looks ?? 0) + 1, seen.Where?.Article, seen.Where?.Part));
            if (worse) delivery.Post.NoteAltered(seen.State == ReadBackState.Gone ? "deleted-elsewhere" : "altered-elsewhere", step.Now);
            return true;
        }, token);

    private sealed record Question(WeixinAccount? Account, Guid AccountId, string ArticleId, IReadOnlyList<Article> Approved);
}
