using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(GovAccountConsole.Tests.Support.BrowserFixture))]

namespace GovAccountConsole.Tests.Support;

/// <summary>One Chromium for the whole run, started when the first test asks.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/opt/homebrew/bin/chromium", "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>A fresh, signed-out browser on a desktop screen in the given language.</summary>
    public async Task<BrowserSession> OpenAsync(Uri address, string language = "zh-CN", int width = 1440, int height = 900)
    {
        var (_, browser) = await _started.Value;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.AbsoluteUri,
            Locale = language,
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(20_000);
        // Animations are photographed half way and read as poor contrast.
        await context.AddInitScriptAsync("""
            addEventListener('DOMContentLoaded', () => {
              const still = document.createElement('style');
              still.textContent = '*,*::before,*::after{animation-duration:0s!important;animation-delay:0s!important;transition-duration:0s!important;transition-delay:0s!important;caret-color:transparent!important}';
              document.head.append(still);
            });
            """);
        return new BrowserSession(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;
        var (driver, browser) = await _started.Value;
        await browser.DisposeAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        var chromium = Array.Find(Places, File.Exists)
            ?? throw new InvalidOperationException("Chromium is not installed; ./test.sh installs it (Debian: apt-get install chromium fonts-noto-cjk).");
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"],
        });
        return (driver, browser);
    }
}
