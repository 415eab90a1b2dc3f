using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.Materials;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Drafts;

/// <summary>What the platform accepts as an article: limits, required fields, filtered body.</summary>
internal sealed partial class ArticleRules(SimulatorOptions options, ContentFilter filter)
{
    private const int AuthorLimit = 16;
    private const int ContentLimit = 20_000;
    private const int ContentBytes = 1024 * 1024;
    private const int SourceUrlBytes = 1024;
    private const int ArticlesPerDraft = 8;
    private const int PicturesPerPost = 20;
    private const int DigestFromText = 54;

    public List<DraftArticle> ReadAll(Account account, IReadOnlyList<WireObject>? articles)
    {
        if (articles is null || articles.Count == 0)
        {
            throw new Refusal(44003);
        }
        if (articles.Count > ArticlesPerDraft)
        {
            throw new Refusal(45008);
        }
        return [.. articles.Select(article => Read(account, article, takesDigestFromText: articles.Count == 1))];
    }

    public DraftArticle Read(Account account, WireObject article, bool takesDigestFromText)
    {
        var isPicturePost = article.String("article_type") switch
        {
            null or "" or "news" => false,
            "newspic" => true,
            _ => throw new Refusal(40035, " hint: article_type"),
        };
        var title = Required(article, "title", 40035);
        Limit(title.Length, options.TitleLimit, 45003);
        var author = article.Text("author") ?? default;
        Limit(author.Value?.Length > 0 ? author.Length : 0, AuthorLimit, 45110);
        var digest = article.Text("digest") ?? default;
        Limit(digest.Value?.Length > 0 ? digest.Length : 0, options.DigestLimit, 45004);
        var content = Required(article, "content", 44004);
        if (content.Length >= ContentLimit || content.ByteCount >= ContentBytes)
        {
            throw new Refusal(45002);
        }
        var commentsOpen = article.Flag("need_open_comment");
        if (commentsOpen && !account.Settings.CommentsAllowed)
        {
            throw new Refusal(88000);
        }
        var read = new DraftArticle
        {
            IsPicturePost = isPicturePost,
            Title = title.Value,
            Author = author.Value ?? "",
            Digest = digest.Value ?? "",
            SourceUrl = SourceUrl(article),
            CommentsOpen = commentsOpen,
            CommentsFansOnly = article.Flag("only_fans_can_comment"),
            Crop235 = Crop(article, "pic_crop_235_1"),
            Crop1 = Crop(article, "pic_crop_1_1"),
        };
        return isPicturePost
            ? WithPictures(account, article, read with { Content = WebUtility.HtmlEncode(content.Value) })
            : WithCover(account, article, read with { Content = filter.Apply(content.Value) }, takesDigestFromText);
    }

    private static DraftArticle WithCover(Account account, WireObject article, DraftArticle read, bool takesDigestFromText)
    {
        var cover = MaterialsApi.PermanentImage(account, article.String("thumb_media_id"));
        return read with
        {
            ThumbMediaId = cover.MediaId,
            CoverImageId = cover.ImageId,
            Digest = read.Digest.Length == 0 && takesDigestFromText ? FirstWords(read.Content) : read.Digest,
        };
    }

    private static DraftArticle WithPictures(Account account, WireObject article, DraftArticle read)
    {
        var ids = article.Object("image_info")?.Objects("image_list")?.Select(image => image.String("image_media_id")).ToList() ?? [];
        if (ids.Count is 0 or > PicturesPerPost)
        {
            throw new Refusal(40035, " hint: image_list takes 1 to 20 images");
        }
        var images = ids.ConvertAll(id => MaterialsApi.PermanentImage(account, id));
        return read with
        {
            ThumbMediaId = images[0].MediaId,
            CoverImageId = images[0].ImageId,
            ImageMediaIds = images.ConvertAll(image => image.MediaId),
            ImageIds = images.ConvertAll(image => image.ImageId!),
        };
    }

    private static WireText Required(WireObject article, string name, int missing) =>
        article.Text(name) is { IsEmpty: false } text ? text : throw new Refusal(missing, $" hint: {name}");

    private static void Limit(int length, int limit, int code)
    {
        if (length > limit)
        {
            throw new Refusal(code);
        }
    }

    private static string SourceUrl(WireObject article)
    {
        var text = article.Text("content_source_url");
        if (text is not { Value.Length: > 0 } given)
        {
            return "";
        }
        return given.ByteCount <= SourceUrlBytes && Uri.TryCreate(given.Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? given.Value
            : throw new Refusal(41039);
    }

    private static string? Crop(WireObject article, string name)
    {
        var text = article.String(name);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        var parts = text.Split('_');
        var isValid = parts.Length == 4 && parts.All(part => CropNumber().IsMatch(part));
        if (!isValid)
        {
            throw new Refusal(40035, $" hint: {name}");
        }
        var numbers = Array.ConvertAll(parts, part => decimal.Parse(part, CultureInfo.InvariantCulture));
        return numbers[0] < numbers[2] && numbers[1] < numbers[3] ? text : throw new Refusal(40035, $" hint: {name}");
    }

    private static string FirstWords(string html)
    {
        var text = Whitespace().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();
        return text.Length <= DigestFromText ? text : text[..DigestFromText];
    }

    [GeneratedRegex(@"^(0(\.\d{1,6})?|1(\.0{1,6})?)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CropNumber();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whitespace();
}
