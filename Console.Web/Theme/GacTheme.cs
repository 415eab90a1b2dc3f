using MudBlazor;

namespace GovAccountConsole.Web.Theme;

/// <summary>The MudBlazor side of the design tokens; the other side is wwwroot/css/tokens.css, and both hold the same values.</summary>
public static class GacTheme
{
    private const string PopoverShadow = "0 8px 24px rgba(27,39,51,.14), 0 1px 3px rgba(27,39,51,.10)";
    private const string DialogShadow = "0 16px 48px rgba(20,29,40,.28)";

    private static readonly string[] Fonts = ["var(--gac-font)"];

    /// <summary>One theme for the whole console; light or dark is chosen where it is rendered.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Light(),
        PaletteDark = Dark(),
        Typography = Type(),
        Shadows = new Shadow { Elevation = Elevations() },
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = "6px",
            AppbarHeight = "48px",
            DrawerWidthLeft = "200px",
            DrawerMiniWidthLeft = "56px",
        },
    };

    private static PaletteLight Light() => new()
    {
        Primary = "#1D5FBF",
        PrimaryContrastText = "#FFFFFF",
        PrimaryDarken = "#174E9E",
        PrimaryLighten = "#3B78D1",
        Secondary = "#465362",
        Tertiary = "#1F6380",
        Info = "#1F6380",
        Success = "#166C45",
        Warning = "#80530D",
        Error = "#B42A24",
        InfoContrastText = "#FFFFFF",
        SuccessContrastText = "#FFFFFF",
        WarningContrastText = "#FFFFFF",
        ErrorContrastText = "#FFFFFF",
        Dark = "#1B2733",
        TextPrimary = "#1B2733",
        TextSecondary = "#5E6B79",
        TextDisabled = "#8792A0",
        ActionDefault = "#465362",
        ActionDisabled = "#5E6B79",
        ActionDisabledBackground = "#EDF0F4",
        Background = "#FFFFFF",
        BackgroundGray = "#F6F7F9",
        Surface = "#FFFFFF",
        AppbarBackground = "#FFFFFF",
        AppbarText = "#1B2733",
        DrawerBackground = "#F6F7F9",
        DrawerText = "#465362",
        DrawerIcon = "#465362",
        LinesDefault = "#E3E7EC",
        TableLines = "#E3E7EC",
        Divider = "#E3E7EC",
        DividerLight = "#EDF0F4",
        LinesInputs = "#8792A0",
        TableHover = "#F3F6FA",
        TableStriped = "#FFFFFF",
        Skeleton = "#EDF0F4",
        OverlayDark = "rgba(20,29,40,.46)",
        HoverOpacity = .05,
        RippleOpacity = 0,
    };

    private static PaletteDark Dark() => new()
    {
        Primary = "#82B1F5",
        PrimaryContrastText = "#0E1B2E",
        PrimaryDarken = "#5E97EC",
        PrimaryLighten = "#A5C8F8",
        Secondary = "#B4BEC9",
        Tertiary = "#7FC3DD",
        Info = "#7FC3DD",
        Success = "#6CCB9E",
        Warning = "#E6BC72",
        Error = "#F2938E",
        InfoContrastText = "#12181F",
        SuccessContrastText = "#12181F",
        WarningContrastText = "#12181F",
        ErrorContrastText = "#12181F",
        Dark = "#2C3743",
        TextPrimary = "#E6EAEF",
        TextSecondary = "#8F9BA8",
        TextDisabled = "#6B7784",
        ActionDefault = "#B4BEC9",
        ActionDisabled = "#8F9BA8",
        ActionDisabledBackground = "#232C36",
        Background = "#151B22",
        BackgroundGray = "#10151B",
        Surface = "#1D252E",
        AppbarBackground = "#151B22",
        AppbarText = "#E6EAEF",
        DrawerBackground = "#10151B",
        DrawerText = "#B4BEC9",
        DrawerIcon = "#B4BEC9",
        LinesDefault = "#29323C",
        TableLines = "#29323C",
        Divider = "#29323C",
        DividerLight = "#232C36",
        LinesInputs = "#6B7784",
        TableHover = "#1B232C",
        TableStriped = "#151B22",
        Skeleton = "#232C36",
        OverlayDark = "rgba(0,0,0,.6)",
        HoverOpacity = .06,
        RippleOpacity = 0,
    };

    private static Typography Type() => new()
    {
        Default = Set(new DefaultTypography(), 14, 22, "400"),
        H1 = Set(new H1Typography(), 20, 28, "600"),
        H2 = Set(new H2Typography(), 20, 28, "600"),
        H3 = Set(new H3Typography(), 20, 28, "600"),
        H4 = Set(new H4Typography(), 20, 28, "600"),
        H5 = Set(new H5Typography(), 16, 24, "600"),
        H6 = Set(new H6Typography(), 14, 22, "600"),
        Subtitle1 = Set(new Subtitle1Typography(), 14, 22, "600"),
        Subtitle2 = Set(new Subtitle2Typography(), 13, 20, "600"),
        Body1 = Set(new Body1Typography(), 14, 22, "400"),
        Body2 = Set(new Body2Typography(), 13, 20, "400"),
        Button = Set(new ButtonTypography { TextTransform = "none" }, 14, 22, "400"),
        Caption = Set(new CaptionTypography(), 12, 18, "400"),
        Overline = Set(new OverlineTypography { TextTransform = "none" }, 12, 18, "400"),
    };

    private static T Set<T>(T type, int size, int line, string weight)
        where T : BaseTypography
    {
        type.FontFamily = Fonts;
        type.FontSize = FormattableString.Invariant($"{size / 16m}rem");
        type.LineHeight = FormattableString.Invariant($"{(decimal)line / size:0.####}");
        type.FontWeight = weight;
        type.LetterSpacing = "normal";
        return type;
    }

    // 1-7 carry no shadow, so that a stray Elevation="1" cannot bring card shadows back.
    private static string[] Elevations() =>
        [.. Enumerable.Range(0, 26).Select(step => step < 8 ? "none" : step < 16 ? PopoverShadow : DialogShadow)];
}
