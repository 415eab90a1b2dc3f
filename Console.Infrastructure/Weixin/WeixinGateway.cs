namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>The one door to the WeChat platform, by area.</summary>
public sealed class WeixinGateway
{
    internal WeixinGateway(AccountCalls calls, TokenApi tokens)
    {
        Tokens = tokens;
        Materials = new(calls);
        Drafts = new(calls);
        Publishing = new(calls);
        Mass = new(calls);
        Messages = new(calls);
        Diagnostics = new(calls);
    }

    /// <summary>The token call itself; everybody but the token keeper and the credential trial goes through the kept token.</summary>
    public TokenApi Tokens { get; }

    /// <summary>Pictures.</summary>
    public MaterialApi Materials { get; internal init; }

    /// <summary>Draft box.</summary>
    public DraftApi Drafts { get; internal init; }

    /// <summary>Publishing without notice.</summary>
    public PublishApi Publishing { get; internal init; }

    /// <summary>Pushing to followers.</summary>
    public MassApi Mass { get; internal init; }

    /// <summary>Answers to citizens.</summary>
    public MessageApi Messages { get; internal init; }

    /// <summary>Menu, callback addresses, quotas.</summary>
    public DiagnosticApi Diagnostics { get; }
}
