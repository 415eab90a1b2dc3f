namespace GovAccountConsole.Web.Startup;

/// <summary>Keeps redirects inside the console.</summary>
public static class LocalAddress
{
    /// <summary>
    /// The address when it stays on this site, else the start page. <c>//host</c>, <c>/\host</c>, absolute addresses and
    /// addresses with control characters (which browsers drop, turning <c>/&#9;/host</c> into <c>//host</c>) do not stay.
    /// </summary>
    public static string OrHome(string? address) =>
        address is ['/', ..] && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl) ? address : "/";
}
