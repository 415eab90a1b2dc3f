using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>What is looked for: the traces of one delivery.</summary>
/// <param name="PublicationId">The delivery.</param>
/// <param name="AccountId">Its account.</param>
/// <param name="Account">In whose name to ask.</param>
/// <param name="DraftMediaId">The draft that may have been sent; null when there is none any more.</param>
/// <param name="Titles">Titles of its articles, in order.</param>
/// <param name="Since">Nothing of it can have been published earlier.</param>
/// <param name="IsListed">Whether the platform lists what was published this way; a push is in no list.</param>
public sealed record LookupQuestion(
    Guid PublicationId, Guid AccountId, WeixinAccount Account, string? DraftMediaId, IReadOnlyList<string> Titles, DateTimeOffset Since, bool IsListed);

/// <summary>What was seen.</summary>
/// <param name="Evidence">Every place that was asked, with its answer.</param>
/// <param name="ArticleId">The publication, when it was found.</param>
/// <param name="Urls">Its addresses, when it was found.</param>
public sealed record LookupResult(IReadOnlyList<Sighting> Evidence, string? ArticleId = null, IReadOnlyList<string>? Urls = null)
{
    /// <summary>It is in the list: citizens have it.</summary>
    public bool IsFound => Saw(SightingPlace.PublishedList) == Sight.Present;

    /// <summary>What was seen in one place; null where nothing was asked there.</summary>
    public Sight? Saw(SightingPlace source) => Evidence.LastOrDefault(seen => seen.Asked == source)?.Saw;
}

/// <summary>Looks for traces of a sending: freepublish/batchget and draft/get. Reads only.</summary>
public sealed class PublicationLookup(IDbContextFactory<ConsoleDb> factory, WeixinGateway gateway, CallBudgets budgets, TimeProvider time)
{
    private const int PageSize = 20;
    private const int MostPages = 3;
    private static readonly TimeSpan _clockDifference = TimeSpan.FromMinutes(2);

    /// <summary>Asks the list first, then the draft box; found in the list is enough. A place whose budget of the day is spent is not asked.</summary>
    public async Task<LookupResult> AskAsync(LookupQuestion question, Asker who, CancellationToken token)
    {
        var list = question.IsListed ? await ListAsync(question, who, token) : new([]);
        if (list.IsFound || question.DraftMediaId is not { } draftId) return list;
        var draft = await budgets.AskAsync(question.AccountId, CallInterface.DraftBox, who, () => gateway.Drafts.GetAsync(question.Account, draftId, token), token);
        if (draft is null) return list;
        var sight = draft switch
        {
            { Value: not null } => Sight.Present,
            { Error.IsGone: true } => Sight.Absent,
            _ => Unseen(draft),
        };
        return list with { Evidence = [.. list.Evidence, Seen(SightingPlace.DraftBox, sight, draft)] };
    }

    private async Task<LookupResult> ListAsync(LookupQuestion question, Asker who, CancellationToken token)
    {
        for (var page = 0; ; page++)
        {
            var offset = page * PageSize;
            var answer = await budgets.AskAsync(
                question.AccountId, CallInterface.PublishedList, who, () => gateway.Publishing.BatchGetAsync(question.Account, offset, PageSize, withContent: false, token), token);
            if (answer is null) return new([]);
            if (answer.Value is not { } list) return new([Seen(SightingPlace.PublishedList, Unseen(answer), answer)]);
            foreach (var item in list.Item.Where(item => IsOurs(item, question)))
            {
                if (await IsAnothersAsync(question, item.ArticleId, token)) continue;
                return new([Seen(SightingPlace.PublishedList, Sight.Present, answer)],
                    item.ArticleId, [.. item.Content!.NewsItem.Select(article => article.Url).OfType<string>()]);
            }

            // Newest first: an older entry than ours could be ends the search.
            if (list.Item.Count < PageSize || page + 1 == MostPages || list.Item.Any(item => IsOlder(item, question)))
                return new([Seen(SightingPlace.PublishedList, Sight.Absent, answer)]);
        }
    }

    private Sighting Seen<T>(SightingPlace source, Sight sight, Answer<T> answer)
        where T : class
    {
        var now = time.GetUtcNow();
        return new(source, sight, now, now, 1, answer.Error?.Code, answer.Error?.Rid, answer.Unknown is { } unknown ? WeixinErrors.TextKey(unknown) : null);
    }

    private static Sight Unseen<T>(Answer<T> answer)
        where T : class => answer.Error is null ? Sight.NoAnswer : Sight.Refused;

    private static bool IsOlder(PublishedListItem item, LookupQuestion question) =>
        DateTimeOffset.FromUnixTimeSeconds(item.UpdateTime) < question.Since - _clockDifference;

    private static bool IsOurs(PublishedListItem item, LookupQuestion question) =>
        item.Content is { } content && !IsOlder(item, question)
        && content.NewsItem.Select(article => article.Title).SequenceEqual(question.Titles, StringComparer.Ordinal);

    // A notice published daily under one title: the list's entry may belong to an earlier delivery.
    private async Task<bool> IsAnothersAsync(LookupQuestion question, string articleId, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        db.ScopeRoots = await Work.WholeMatrixAsync(db, token);
        return await db.Publications.AnyAsync(
            other => other.AccountId == question.AccountId && other.ArticleId == articleId && other.Id != question.PublicationId, token);
    }
}
