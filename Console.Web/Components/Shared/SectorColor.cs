using System.Buffers;

namespace GovAccountConsole.Web.Components.Shared;

/// <summary>Colours of sectors are data; what reaches a style attribute must really be a colour.</summary>
public static class SectorColor
{
    private static readonly SearchValues<char> _hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Whether <paramref name="value"/> is <c>#RRGGBB</c>.</summary>
    public static bool IsHex(string? value) => value is ['#', _, _, _, _, _, _] && value.AsSpan(1).IndexOfAnyExcept(_hex) < 0;
}
