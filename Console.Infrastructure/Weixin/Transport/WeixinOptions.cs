namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Settings under <c>Weixin</c>.</summary>
public sealed class WeixinOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Weixin";

    /// <summary>Address of the platform's server API.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://api.weixin.qq.com");

    /// <summary>Address under which the platform reaches this console.</summary>
    public Uri PublicBaseUrl { get; set; } = new("http://localhost:5080");

    /// <summary>How long a call may take.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long an upload may take.</summary>
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromSeconds(60);
}
