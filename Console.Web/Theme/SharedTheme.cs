using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using MudBlazor;

namespace GovAccountConsole.Web.Theme;

/// <summary>
/// MudBlazor's theme, written once for light and once for dark instead of once per open page: its style sheet is 19 KiB of text that the
/// server would keep twice for every circuit (docs/performance.md). For one fixed theme only.
/// </summary>
public sealed class SharedTheme : MudThemeProvider
{
    private static readonly ConcurrentDictionary<bool, string> _written = new();

    /// <summary>Which of the two; give the same as IsDarkMode.</summary>
    [Parameter, EditorRequired]
    public bool Dark { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder __builder) =>
        __builder.AddMarkupContent(0, _written.GetOrAdd(Dark, _ => BuildTheme() + BuildMudBlazorScrollbar()));
}
