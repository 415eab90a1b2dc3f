using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace GovAccountConsole.Tests.Support;

/// <summary>
/// A small mail server on a real port: EHLO, AUTH PLAIN and LOGIN, MAIL, RCPT, DATA, RSET, QUIT. Keeps what it takes; refuses, hangs up and forgets to
/// answer where a test says so.
/// </summary>
public sealed class MailCatcher : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public MailCatcher()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Everything taken, in order.</summary>
    public ConcurrentQueue<MimeMessage> Taken { get; } = new();

    /// <summary>The password to sign in with; null asks for none.</summary>
    public string? Password { get; set; }

    /// <summary>The answer to the next RCPT lines in place of 250; used up one by one.</summary>
    public ConcurrentQueue<string> Recipients { get; } = new();

    /// <summary>The answer to the next whole mails in place of 250; used up one by one. Empty: hangs up without a word, with the mail kept.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync("220 catcher");
            while (await reader.ReadLineAsync(_stop.Token) is { } line && await AnswerAsync(line, reader, writer))
            {
                // One command at a time.
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The other side left, or the test is over.
        }
    }

    private async Task<bool> AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await writer.WriteLineAsync(Password is null ? "250-catcher\r\n250 8BITMIME" : "250-catcher\r\n250-AUTH PLAIN\r\n250 8BITMIME");
                return true;
            case "AUTH":
                var parts = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Split('\0');
                await writer.WriteLineAsync(parts[^1] == Password ? "235 welcome" : "535 wrong name or password");
                return true;
            case "RCPT":
                await writer.WriteLineAsync(Recipients.TryDequeue(out var said) ? said : "250 ok");
                return true;
            case "DATA":
                await writer.WriteLineAsync("354 go on");
                return await TakeAsync(reader, writer);
            case "QUIT":
                await writer.WriteLineAsync("221 bye");
                return false;
            default:
                await writer.WriteLineAsync("250 ok");
                return true;
        }
    }

    private async Task<bool> TakeAsync(StreamReader reader, StreamWriter writer)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        var answer = Mails.TryDequeue(out var said) ? said : "250 taken";
        if (answer.Length == 0 || answer[0] == '2')
        {
            using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
            Taken.Enqueue(await MimeMessage.LoadAsync(bytes, _stop.Token));
        }

        if (answer.Length == 0)
        {
            return false;
        }

        await writer.WriteLineAsync(answer);
        return true;
    }
}
