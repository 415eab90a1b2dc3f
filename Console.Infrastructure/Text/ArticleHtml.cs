using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace GovAccountConsole.Infrastructure.Text;

/// <summary>Pictures in a cleaned article body.</summary>
public static partial class ArticleHtml
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <summary>Addresses of the pictures, each once, in order.</summary>
    public static IReadOnlyList<string> Images(string html)
    {
        using var document = Parser.ParseDocument(html);
        return [.. document.Images.Select(image => image.GetAttribute("src") ?? "").Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The body with the addresses exchanged; nothing else changes.</summary>
    /// <exception cref="KeyNotFoundException">A picture is not in the map: it would silently vanish on the platform.</exception>
    public static string RewriteImages(string html, IReadOnlyDictionary<string, string> map)
    {
        using var document = Parser.ParseDocument("<!doctype html><html><body></body></html>");
        var body = document.Body!;
        body.InnerHtml = html;
        foreach (var image in document.Images) image.SetAttribute("src", map[image.GetAttribute("src") ?? ""]);
        return body.InnerHtml;
    }

    /// <summary>The body with its pictures in the form in which the platform gets them, for previews; nothing else changes.</summary>
    public static string AsSent(string html) => OwnPicture().Replace(html, "${start}/body\"");

    /// <summary>The body without some of its pictures, their captions, and the gallery or paragraph that held nothing else.</summary>
    /// <param name="html">A cleaned body.</param>
    /// <param name="isLost">Whether the picture at an address goes.</param>
    public static string WithoutImages(string html, Func<string, bool> isLost)
    {
        using var document = Parser.ParseDocument("<!doctype html><html><body></body></html>");
        var body = document.Body!;
        body.InnerHtml = html;
        foreach (var image in document.Images.Where(image => isLost(image.GetAttribute("src") ?? "")).ToList())
        {
            INode gone = image.Closest("figure") is { } figure && figure.QuerySelectorAll("img").Length == 1 ? figure : image;
            var holder = gone.ParentElement!;
            holder.RemoveChild(gone);
            var table = holder.Closest("table");
            if (table is not null && IsGallery(table) && table.QuerySelector("img") is null) table.Remove();
            else if (holder.LocalName is "p" or "figure" && !holder.HasChildNodes) holder.Remove();
        }

        return body.InnerHtml;
    }

    /// <summary>The words without markup, for search and digests.</summary>
    public static string Words(string html)
    {
        using var document = Parser.ParseDocument(html);
        return document.Body?.TextContent.Trim() ?? "";
    }

    [GeneratedRegex("(?<start><img\\b[^>]*?\\ssrc=\"/media/[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OwnPicture();

    private static bool IsGallery(IElement table) => table.GetAttribute("style")?.Contains("border-spacing", StringComparison.Ordinal) == true;
}
