namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Names the sentences about the platform's errors (WeixinText.resx, WeixinText.en.resx).</summary>
public sealed class WeixinText;
