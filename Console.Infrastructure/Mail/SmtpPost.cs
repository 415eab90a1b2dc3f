using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace GovAccountConsole.Infrastructure.Mail;

/// <summary>What became of a mail.</summary>
public enum MailOutcome
{
    /// <summary>The server took it.</summary>
    Taken,

    /// <summary>The server knows no such address.</summary>
    NoSuchAddress,

    /// <summary>The server did not take it, or could not be reached: it certainly was not sent.</summary>
    NotTaken,

    /// <summary>The connection broke while the server had the mail or part of it: it may have been sent.</summary>
    AnswerLost,
}

/// <summary>An outcome with what the server said.</summary>
public sealed record MailAnswer(MailOutcome Outcome, string Note);

/// <summary>Hands mails to the mail server of the settings, one connection each.</summary>
public sealed class SmtpPost(IOptions<MailOptions> settings, TimeProvider time)
{
    /// <summary>Sends; never throws for anything the network or the server can do.</summary>
    public async Task<MailAnswer> SendAsync(MimeMessage message, CancellationToken token)
    {
        var options = settings.Value;
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        using var client = new SmtpClient();
        var begun = false;
        try
        {
            await client.ConnectAsync(options.Host, options.Port, SecurityOf(options.Security), either.Token);
            if (options.User.Length > 0)
            {
                await client.AuthenticateAsync(options.User, options.Password, either.Token);
            }

            begun = true;
            await client.SendAsync(message, either.Token);
        }
        catch (SmtpCommandException refused)
        {
            // 550 to 553 about the recipient are about the address; everything else may be otherwise later.
            var unknown = refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode is >= 550 and <= 553;
            return new(unknown ? MailOutcome.NoSuchAddress : MailOutcome.NotTaken, FormattableString.Invariant($"{(int)refused.StatusCode} {refused.Message}"));
        }
        catch (Exception exception) when (exception is AuthenticationException or SslHandshakeException or NotSupportedException)
        {
            return new(MailOutcome.NotTaken, exception.Message);
        }
        catch (Exception exception) when (exception is SmtpProtocolException or IOException or SocketException or ServiceNotConnectedException
            || exception is OperationCanceledException && !token.IsCancellationRequested)
        {
            return new(begun ? MailOutcome.AnswerLost : MailOutcome.NotTaken, exception.Message);
        }

        await LeaveAsync(client, either.Token);
        return new(MailOutcome.Taken, string.Empty);
    }

    // The mail is taken: nothing that goes wrong from here on may make it go a second time.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken token)
    {
        try
        {
            await client.DisconnectAsync(true, token);
        }
        catch (Exception exception) when (exception is SmtpProtocolException or SmtpCommandException or IOException or SocketException or OperationCanceledException)
        {
            // The server hung up first.
        }
    }

    private static SecureSocketOptions SecurityOf(MailSecurity security) => security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.Auto,
    };
}
