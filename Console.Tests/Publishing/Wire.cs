using System.Net;
using System.Text;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>The worker ended at this point: nothing after it was executed.</summary>
public sealed class KilledException : Exception;

/// <summary>What goes between the console and the platform. A test kills the worker before or after a call, or answers in the platform's place.</summary>
public sealed class Wire
{
    private int _calls;
    private (int Number, bool Before)? _death;

    /// <summary>Calls so far, without the looks of tests.</summary>
    public int Calls => _calls;

    /// <summary>An answer instead of the platform's, by path; null lets the call through.</summary>
    public Func<string, string?> Instead { get; set; } = _ => null;

    /// <summary>What was handed to the draft box, in order, as it was sent.</summary>
    public IList<string> Drafts { get; } = [];

    /// <summary>Kills the worker at that call from now (from 1): before it reaches the platform, or when the answer is there.</summary>
    public void KillAt(int call, bool before) => _death = (_calls + call, before);

    /// <summary>Kills no more.</summary>
    public void Spare() => _death = null;

    /// <summary>Makes a handler; the client's factory wants a new one each time.</summary>
    public DelegatingHandler Handler() => new Tap(this);

    private sealed class Tap(Wire wire) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref wire._calls);
            if (wire._death == (number, true)) throw new KilledException();
            if (wire.Instead(request.RequestUri!.AbsolutePath) is { } answer) return new(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8) };
            if (request.RequestUri!.AbsolutePath == "/cgi-bin/draft/add") wire.Drafts.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            var response = await base.SendAsync(request, cancellationToken);
            if (wire._death != (number, false)) return response;
            response.Dispose();
            throw new KilledException();
        }
    }
}
