using GovAccountConsole.Simulator.Drafts;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Publishing;

/// <summary>Gives articles their permanent pages.</summary>
internal sealed class ArticleShelf(PlatformState state)
{
    public List<PublishedArticle> Put(Account account, IEnumerable<DraftArticle> articles, string groupId, PublishChannel channel, DateTimeOffset at)
    {
        var put = articles.Select((article, index) => new PublishedArticle
        {
            Key = Ids.Article(),
            GroupId = groupId,
            Position = index + 1,
            Channel = channel,
            Content = article,
            At = at,
        }).ToList();
        foreach (var article in put)
        {
            account.Articles.Add(article);
            state.ArticleOwners[article.Key] = account.AppId;
        }
        return put;
    }

    public static List<PublishedArticle> Group(Account account, string groupId) =>
        account.Articles.FindAll(article => string.Equals(article.GroupId, groupId, StringComparison.Ordinal));
}
