using GovAccountConsole.Simulator.Drafts;
using GovAccountConsole.Simulator.Materials;
using GovAccountConsole.Simulator.Publishing;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Admin;

/// <summary>Puts articles on an account as if they had gone out earlier, so that a demonstration has a past. No event is pushed.</summary>
internal sealed class ArticlesAdmin(PlatformState state, ArticleShelf shelf, ContentFilter filter, PublicAddress address)
{
    public void Map(IEndpointRouteBuilder app) => app.MapPost("/sim/accounts/{appId}/articles", async (HttpContext context, string appId) =>
    {
        var (past, refusal) = await AdminJson.ReadAsync<PastPublication>(context);
        if (past is null)
        {
            return refusal!;
        }
        if (state.Find(appId) is not { } account)
        {
            return AccountsAdmin.Unknown(appId);
        }
        var articles = past.Articles.Select(Read).ToList();
        if (articles.Count == 0 || articles.Contains(null))
        {
            return AdminJson.Problem(StatusCodes.Status400BadRequest, "articles is not empty; a cover is a picture in base64.");
        }
        lock (account.Gate)
        {
            var groupId = Ids.Media();
            var put = shelf.Put(account, articles!, groupId, past.Channel, past.At);
            state.Touch();
            return AdminJson.Write(new { groupId, urls = put.ConvertAll(article => address.OfArticle(article.Key)) }, StatusCodes.Status201Created);
        }
    });

    private DraftArticle? Read(PastArticle past)
    {
        var article = new DraftArticle
        {
            Title = past.Title,
            Author = past.Author ?? "",
            Digest = past.Digest ?? "",
            Content = filter.Apply(past.ContentHtml),
            SourceUrl = past.SourceUrl ?? "",
        };
        if (past.Cover is null)
        {
            return article;
        }
        if (ImageFormat.Of(past.Cover) is not { } format)
        {
            return null;
        }
        var image = new StoredImage(Ids.Image(), format, past.Cover);
        state.Images[image.Id] = image;
        return article with { CoverImageId = image.Id };
    }

    private sealed record PastPublication(DateTimeOffset At, PublishChannel Channel, IReadOnlyList<PastArticle> Articles);

    private sealed record PastArticle(string Title, string ContentHtml, string? Author = null, string? Digest = null, string? SourceUrl = null, byte[]? Cover = null);
}
