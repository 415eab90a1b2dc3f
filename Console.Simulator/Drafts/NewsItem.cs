using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Drafts;

/// <summary>Writes an article the way every call returns it.</summary>
internal static class NewsItem
{
    public static JsonObject Write(PlatformState state, PublicAddress address, DraftArticle article, string url, bool withContent)
    {
        var item = new JsonObject
        {
            ["article_type"] = article.IsPicturePost ? "newspic" : "news",
            ["title"] = article.Title,
            ["author"] = article.Author,
            ["digest"] = article.Digest,
        };
        if (withContent)
        {
            item["content"] = article.Content;
        }
        item["content_source_url"] = article.SourceUrl;
        item["thumb_media_id"] = article.ThumbMediaId;
        item["show_cover_pic"] = 0;
        item["url"] = url;
        item["thumb_url"] = CoverUrl(state, address, article);
        item["need_open_comment"] = article.CommentsOpen ? 1 : 0;
        item["only_fans_can_comment"] = article.CommentsFansOnly ? 1 : 0;
        if (article.IsPicturePost)
        {
            var images = article.ImageMediaIds.Select(id => (JsonNode)new JsonObject { ["image_media_id"] = id });
            item["image_info"] = new JsonObject { ["image_list"] = new JsonArray([.. images]) };
        }
        return item;
    }

    public static string CoverUrl(PlatformState state, PublicAddress address, DraftArticle article) =>
        article.CoverImageId is { } id && state.Images.TryGetValue(id, out var image) ? address.Of(image.Path) : "";
}
