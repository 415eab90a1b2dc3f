using System.Globalization;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>Covers and pictures: what is missing, what the platform would not show.</summary>
internal sealed class PictureCheck : IPostCheck
{
    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        if (text.Article.CoverMediaId is null)
        {
            yield return text.About("cover-missing", "cover", text.Index + 1);
        }

        var foreign = HtmlText.Pictures(text.Article.ContentHtml).Count(address => !scene.IsOurPicture(address));
        if (foreign > 0)
        {
            yield return text.About("picture-foreign", "body", foreign);
        }

        var cover = text.Article.CoverMediaId;
        foreach (var id in cover is { } first ? text.Article.Pictures().Prepend(first).Distinct() : text.Article.Pictures())
        {
            if (scene.Pictures.TryGetValue(id, out var facts) && facts.ExpiresOn is { } last && last < scene.Day)
            {
                yield return text.About("media-expired", id == cover ? "cover" : "picture", facts.FileName, last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) with { Picture = id };
            }
        }
    }
}
