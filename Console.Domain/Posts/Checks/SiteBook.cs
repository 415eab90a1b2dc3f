namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>The list of official sites, ready for use. Government domains (gov.cn) are official without being listed.</summary>
/// <param name="Version">Version of the list; 0 where nothing was ever listed.</param>
/// <param name="Rules">Its entries.</param>
public sealed record SiteBook(int Version, IReadOnlyList<SiteRule> Rules)
{
    private const string Government = "gov.cn";

    /// <summary>Nothing listed.</summary>
    public static SiteBook Empty { get; } = new(0, []);

    /// <summary>Whether an address belongs to a government domain or to a site that is listed on that day, or below it.</summary>
    public bool IsOfficial(string address, DateOnly day) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && Hosts(day).Prepend(Government).Any(host => uri.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase) || uri.IdnHost.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a mini program is listed on that day.</summary>
    public bool IsListed(string appId, DateOnly day) => Rules.Any(rule => rule.Kind == SiteKind.MiniProgram && rule.Address == appId && rule.HoldsOn(day));

    /// <summary>The hosts listed on that day.</summary>
    public IEnumerable<string> Hosts(DateOnly day) => Rules.Where(rule => rule.Kind == SiteKind.Site && rule.HoldsOn(day)).Select(rule => rule.Address);

    /// <summary>The mini programs listed on that day.</summary>
    public IEnumerable<SiteRule> MiniPrograms(DateOnly day) => Rules.Where(rule => rule.Kind == SiteKind.MiniProgram && rule.HoldsOn(day));
}
