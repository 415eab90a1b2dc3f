namespace GovAccountConsole.Web.Theme;

/// <summary>What a person chose for the colours; System follows the computer.</summary>
public enum ThemeChoice
{
    /// <summary>As the computer is set.</summary>
    System,

    /// <summary>Always light.</summary>
    Light,

    /// <summary>Always dark.</summary>
    Dark,
}
