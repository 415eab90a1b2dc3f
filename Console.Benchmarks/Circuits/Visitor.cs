using System.Net;
using System.Text.RegularExpressions;
using GovAccountConsole.Benchmarks.Database;

namespace GovAccountConsole.Benchmarks.Circuits;

/// <summary>A person's browser as far as cookies and pages go: signs in by the login form.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(Uri address)
    {
        Address = address;
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = true }) { BaseAddress = address };
    }

    public Uri Address { get; }

    /// <summary>Sends the cookies.</summary>
    public HttpClient Client => _client;

    public CookieContainer Cookies { get; } = new();

    public async Task SignInAsync(string email, string password, CancellationToken token)
    {
        var page = await GetAsync("/login", token);
        var fields = Hidden().Matches(page).ToDictionary(match => Attribute(match.Value, "name"), match => WebUtility.HtmlDecode(Attribute(match.Value, "value")), StringComparer.Ordinal);
        fields["Input.Email"] = email;
        fields["Input.Password"] = password;
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await _client.PostAsync(new Uri("/login", UriKind.Relative), form, token);
        if (answer.RequestMessage?.RequestUri?.AbsolutePath.StartsWith("/login", StringComparison.Ordinal) != false)
            throw new BenchmarkException($"{email} could not sign in (status {(int)answer.StatusCode}).");
    }

    public Task<string> GetAsync(string path, CancellationToken token) => _client.GetStringAsync(new Uri(path, UriKind.Relative), token);

    public void Dispose() => _client.Dispose();

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value;

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Hidden();
}
