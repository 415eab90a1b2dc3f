using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovAccountConsole.Infrastructure.Text;

/// <summary>小程序: words that open a page of a mini program, as the platform writes it in an article (an empty address and two attributes).</summary>
/// <param name="AppId">The mini program.</param>
/// <param name="Path">Its page, with parameters.</param>
internal sealed partial record MiniProgramLink(string AppId, string Path)
{
    public const string AppIdAttribute = "data-miniprogram-appid";
    public const string PathAttribute = "data-miniprogram-path";

    /// <summary>The link an anchor stands for; null when it is none, or not plainly one.</summary>
    public static MiniProgramLink? Of(IElement anchor)
    {
        var (appId, path) = (anchor.GetAttribute(AppIdAttribute) ?? string.Empty, anchor.GetAttribute(PathAttribute) ?? string.Empty);
        return string.IsNullOrEmpty(anchor.GetAttribute("href")) && AppIdForm().IsMatch(appId) && path.Length <= 512 && PathForm().IsMatch(path) ? new(appId, path) : null;
    }

    /// <summary>Takes the two attributes from an anchor that leads elsewhere.</summary>
    public static void RemoveFrom(IElement anchor)
    {
        anchor.RemoveAttribute(AppIdAttribute);
        anchor.RemoveAttribute(PathAttribute);
    }

    /// <summary>Writes the attributes in their one order.</summary>
    public void WriteTo(IElement anchor)
    {
        foreach (var name in anchor.Attributes.Select(attribute => attribute.Name).Where(name => name != "style").ToList())
        {
            anchor.RemoveAttribute(name);
        }

        anchor.SetAttribute("href", string.Empty);
        anchor.SetAttribute(AppIdAttribute, AppId);
        anchor.SetAttribute(PathAttribute, Path);
    }

    [GeneratedRegex("^wx[0-9a-f]{16}\\z", RegexOptions.None, 1000)]
    private static partial Regex AppIdForm();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+(?:/[A-Za-z0-9_.-]+)*(?:\?[A-Za-z0-9_.~%=&,:+-]*)?\z", RegexOptions.None, 1000)]
    private static partial Regex PathForm();
}
