using System.Globalization;
using GovAccountConsole.Simulator.Mass;
using GovAccountConsole.Simulator.Publishing;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>Pushed articles as the cards a follower gets.</summary>
internal sealed class PushedCards(PlatformState state)
{
    /// <summary>Everything that was pushed to followers, oldest last or first as it comes; texts included.</summary>
    public IEnumerable<(DateTimeOffset At, Markup Body)> For(Account account)
    {
        foreach (var group in account.Articles.Where(article => article.Channel != PublishChannel.Publish).GroupBy(article => article.GroupId, StringComparer.Ordinal))
        {
            var articles = group.OrderBy(article => article.Position).ToList();
            yield return (articles[0].At, Card(articles));
        }
        foreach (var send in account.Sends.Where(send => send is { State: MassState.Success, Text: not null }))
        {
            yield return (send.DueAt, Markup.Of($"""<div class="line">{AccountFace.Square(account)}<p class="bubble">{send.Text}</p></div>"""));
        }
    }

    /// <summary>A row of the profile list.</summary>
    public Markup Row(PublishedArticle article) => Markup.Of($"""
        <a class="row" href="/s/{article.Key}"><span class="row-text"><b>{article.Content.Title}</b><small>{PageTime.Day(article.At)}{Reads(article)}</small></span>{Thumb(article, "wide")}</a>
        """);

    private Markup Card(List<PublishedArticle> articles)
    {
        var first = articles[0];
        if (articles.Count == 1)
        {
            return Markup.Of($"""
                <a class="push single" href="/s/{first.Key}">{Cover(first)}<span class="title">{first.Content.Title}</span>{Digest(first)}</a>
                """);
        }
        return Markup.Of($"""
            <div class="push several"><a class="lead" href="/s/{first.Key}">{Cover(first)}<span class="title">{first.Content.Title}</span></a>
            {articles.Skip(1).Select(article => Markup.Of($"""<a class="next" href="/s/{article.Key}"><span>{article.Content.Title}</span>{Thumb(article, "square")}</a>"""))}</div>
            """);
    }

    private static Markup Digest(PublishedArticle article) =>
        Markup.When(article.Content.Digest.Length > 0, () => Markup.Of($"""<span class="digest">{article.Content.Digest}</span>"""));

    private static Markup Reads(PublishedArticle article) => Markup.When(article.Reads > 0, () => Markup.Of($"　阅读 {article.Reads}"));

    private Markup Cover(PublishedArticle article) => PathOf(article) is { } path
        ? Cropped(path, article.Content.Crop235, "cover")
        : Markup.Of($"""<span class="cover blank" aria-hidden="true"></span>""");

    private Markup Thumb(PublishedArticle article, string shape) => PathOf(article) is { } path
        ? Cropped(path, article.Content.Crop1, "thumb " + shape)
        : Markup.Of($"""<span class="thumb {shape} blank" aria-hidden="true"></span>""");

    private string? PathOf(PublishedArticle article) =>
        article.Content.CoverImageId is { } id && state.Images.TryGetValue(id, out var image) ? image.Path : null;

    // The crop is given in fractions of the picture: blow the picture up by its inverse and shift it.
    private static Markup Cropped(string path, string? crop, string classes)
    {
        if (crop is null)
        {
            return Markup.Of($"""<span class="{classes}"><img src="{path}" alt="" loading="lazy"></span>""");
        }
        var part = Array.ConvertAll(crop.Split('_'), number => decimal.Parse(number, CultureInfo.InvariantCulture));
        var (width, height) = (part[2] - part[0], part[3] - part[1]);
        var style = string.Create(CultureInfo.InvariantCulture,
            $"width:{100 / width:0.##}%;height:{100 / height:0.##}%;left:{-100 * part[0] / width:0.##}%;top:{-100 * part[1] / height:0.##}%");
        return Markup.Of($"""<span class="{classes}"><img class="cropped" src="{path}" style="{style}" alt="" loading="lazy"></span>""");
    }
}
