using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>What the platform's lists say about a submission whose answer was lost.</summary>
internal sealed record LookupResult(LookupVerdict Verdict, string? ArticleId = null, IReadOnlyList<string>? Urls = null);

internal enum LookupVerdict
{
    /// <summary>Published: it is in the list.</summary>
    Happened,

    /// <summary>The draft still stands and nothing was published.</summary>
    DraftRemains,

    /// <summary>Neither draft nor publication is there.</summary>
    Vanished,

    /// <summary>The platform could not be asked.</summary>
    NotKnown,
}

/// <summary>Looks for traces of a submission: draft/get and freepublish/batchget. Reads only.</summary>
internal sealed class PublicationLookup(IDbContextFactory<ConsoleDb> factory, WeixinGateway gateway)
{
    private const int NewestPublications = 20;
    private const int DraftGone = 40007;
    private static readonly TimeSpan _clockDifference = TimeSpan.FromMinutes(2);

    public async Task<LookupResult> AskAsync(DeliveryOrder order, CancellationToken token)
    {
        if (order.DraftMediaId is not { } draftId) return new(LookupVerdict.NotKnown);
        var list = await gateway.Publishing.BatchGetAsync(order.Account, 0, NewestPublications, withContent: false, token);
        if (list.Value is not { } page) return new(LookupVerdict.NotKnown);
        foreach (var item in page.Item.Where(item => IsOurs(item, order)))
        {
            if (await IsAnothersAsync(order, item.ArticleId, token)) continue;
            return new(LookupVerdict.Happened, item.ArticleId, [.. item.Content!.NewsItem.Select(article => article.Url).OfType<string>()]);
        }

        var draft = await gateway.Drafts.GetAsync(order.Account, draftId, token);
        return draft switch
        {
            { Value: not null } => new(LookupVerdict.DraftRemains),
            { Error.Code: DraftGone } => new(LookupVerdict.Vanished),
            _ => new(LookupVerdict.NotKnown),
        };
    }

    private static bool IsOurs(PublishedListItem item, DeliveryOrder order) =>
        item.Content is { } content
        && DateTimeOffset.FromUnixTimeSeconds(item.UpdateTime) >= order.DraftMadeAt - _clockDifference
        && content.NewsItem.Select(article => article.Title).SequenceEqual(order.Content.Articles.Select(article => article.Title), StringComparer.Ordinal);

    // A notice published daily under one title: the list's entry may belong to an earlier delivery.
    private async Task<bool> IsAnothersAsync(DeliveryOrder order, string articleId, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        db.ScopeRoots = await Work.WholeMatrixAsync(db, token);
        return await db.Publications.AnyAsync(other => other.AccountId == order.AccountId && other.ArticleId == articleId && other.Id != order.Claim.Id, token);
    }
}
