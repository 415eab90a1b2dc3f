namespace GovAccountConsole.Infrastructure.Checks.Links;

/// <summary>Settings of the lane that tries links (section <c>Checks</c>).</summary>
public sealed class LinkOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Checks";

    /// <summary>Whether links are tried at all; false in a closed network, where the pane then says so.</summary>
    public bool Links { get; set; } = true;

    /// <summary>How long one link may take, redirects included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long a link is tried again.</summary>
    public TimeSpan Age { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long to leave a host alone after it was asked.</summary>
    public TimeSpan HostPause { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Links tried at the same time.</summary>
    public int Parallelism { get; set; } = 4;

    /// <summary>Hosts with port that may be asked although their address is not public: an internal site that citizens reach by another way.</summary>
    public IList<string> AllowedHosts { get; } = [];
}
