using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.Support;

/// <summary>One person's browser: a context with one page, and what went wrong in it.</summary>
public sealed partial class BrowserSession : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();

    internal BrowserSession(IBrowserContext context, IPage page)
    {
        Context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Errors the browser's console showed: script errors, missing files, refused content.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Opens an address of the console and waits until the page answers to clicks.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await LiveAsync();
    }

    /// <summary>Waits until the circuit is connected and the page has been rendered by it; a click before that is lost.</summary>
    public Task LiveAsync() => Page.WaitForFunctionAsync("() => document.documentElement.dataset.live === 'true'");

    /// <summary>Signs in by the login page, as a person does, and lands on the workbench.</summary>
    public async Task SignInAsync(string email, string password = "Demo-2026!")
    {
        await Page.GotoAsync("/login");
        await Page.Locator("input[type=email], input[name$=Email]").First.FillAsync(email);
        await Page.Locator("input[type=password]").First.FillAsync(password);
        await Page.Locator("form button[type=submit]").First.ClickAsync();
        await Page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.StartsWith("/login", StringComparison.Ordinal));
        await LiveAsync();
    }

    /// <summary>Photographs the page into artifacts/ and answers with the file's path.</summary>
    public async Task<string> PhotographAsync(string name, bool fullPage = false)
    {
        var path = Repository.File($"artifacts/{Unsafe().Replace(name, "-")}.png");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await Page.ScreenshotAsync(new() { Path = path, FullPage = fullPage });
        return path;
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    [GeneratedRegex(@"[^\w.-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unsafe();
}
