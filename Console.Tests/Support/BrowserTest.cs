namespace GovAccountConsole.Tests.Support;

/// <summary>Base of tests with a browser: opens sessions, and when the test failed leaves a picture of each in artifacts/.</summary>
public abstract class BrowserTest(BrowserFixture browser, ConsoleApp app) : IAsyncDisposable
{
    private readonly List<BrowserSession> _sessions = [];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The console under test.</summary>
    protected ConsoleApp App => app;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        for (var index = 0; index < _sessions.Count; index++)
        {
            if (failed)
                await _sessions[index].PhotographAsync($"failed-{TestContext.Current.Test?.TestDisplayName}-{index}", fullPage: true);
            await _sessions[index].DisposeAsync();
        }
    }

    /// <summary>A fresh, signed-out browser.</summary>
    protected async Task<BrowserSession> OpenAsync(string language = "zh-CN", int width = 1440, int height = 900)
    {
        var session = await browser.OpenAsync(app.Address, language, width, height);
        _sessions.Add(session);
        return session;
    }

    /// <summary>A fresh browser signed in as one of the demo people.</summary>
    protected async Task<BrowserSession> OpenAsAsync(string email, string language = "zh-CN", int width = 1440, int height = 900)
    {
        var session = await OpenAsync(language, width, height);
        await session.SignInAsync(email);
        return session;
    }
}
