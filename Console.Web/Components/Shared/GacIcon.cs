using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace GovAccountConsole.Web.Components.Shared;

/// <summary>Draws MudBlazor's outlined icons as one piece of markup: no component, no font, one shared string per icon and size.</summary>
public static class GacIcon
{
    private static readonly ConcurrentDictionary<(string Icon, int Size), MarkupString> _drawn = new();

    /// <summary>The icon, hidden from screen readers: the word always stands beside it.</summary>
    /// <param name="icon">One of <c>Icons.Material.Outlined</c>.</param>
    /// <param name="size">12, 14, 16, 18 (default), 20 or 24 pixels.</param>
    public static MarkupString Svg(string icon, int size = 18) => _drawn.GetOrAdd((icon, size), static key =>
        new MarkupString(FormattableString.Invariant(
            $"""<svg class="gac-i gac-i{key.Size}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{key.Icon}</svg>""")));
}
