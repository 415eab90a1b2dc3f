using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GovAccountConsole.Simulator.State;

/// <summary>The address that stands for mp.weixin.qq.com and mmbiz.qpic.cn in what the simulator hands out.</summary>
internal sealed class PublicAddress(SimulatorOptions options, IServer server)
{
    private static readonly string[] PlatformImageHosts = ["mmbiz.qpic.cn", "mmbiz.qlogo.cn", "mmecoa.qpic.cn"];

    public Uri Base => options.PublicBaseUrl ?? new Uri(
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The simulator has not been started."));

    public string Of(string path) => new Uri(Base, path).AbsoluteUri;

    public string OfArticle(string key) => Of($"/s/{key}");

    /// <summary>Whether the platform would keep a picture of this address in an article.</summary>
    public bool IsImage(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && (PlatformImageHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase)
            || (IsOwn(uri) && uri.AbsolutePath.StartsWith("/mmbiz_", StringComparison.Ordinal)));

    /// <summary>Whether a link leads to an article of the platform, the only links that bodies keep.</summary>
    public bool IsArticle(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && (uri.Host.Equals("mp.weixin.qq.com", StringComparison.OrdinalIgnoreCase)
            || (IsOwn(uri) && uri.AbsolutePath.StartsWith("/s/", StringComparison.Ordinal)));

    // People open the demonstration as localhost, clients call it as 127.0.0.1: both are the same host here.
    private bool IsOwn(Uri uri) =>
        uri.Port == Base.Port && (uri.Host.Equals(Base.Host, StringComparison.OrdinalIgnoreCase) || (uri.IsLoopback && Base.IsLoopback));
}
