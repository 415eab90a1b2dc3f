namespace GovAccountConsole.Infrastructure.Mail;

/// <summary>How the connection to the mail server is secured.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte on 465, else STARTTLS where the server offers it.</summary>
    Auto,

    /// <summary>Not at all: only towards a server on the same machine or network segment.</summary>
    None,

    /// <summary>STARTTLS, or no mail.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>Settings under <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Mail";

    /// <summary>The mail server; empty: no mail is sent.</summary>
    public string Host { get; set; } = string.Empty;

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Name to sign in with; empty: without signing in.</summary>
    public string User { get; set; } = string.Empty;

    /// <summary>Password to sign in with.</summary>
    public string Password { get; set; } = string.Empty;

    /// <summary>Address the mails come from.</summary>
    public string From { get; set; } = string.Empty;

    /// <summary>How the connection is secured.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.Auto;

    /// <summary>Address under which people open the console; null takes <c>Weixin:PublicBaseUrl</c>.</summary>
    public Uri? ConsoleUrl { get; set; }

    /// <summary>Mails at once wait for the end of such a span, so that ten things in a minute make one mail.</summary>
    public TimeSpan Gathering { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the mail server may take for one answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether mail is sent at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Host) && !string.IsNullOrWhiteSpace(From);
}
