using System.Globalization;
using Bunit;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Startup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace GovAccountConsole.Tests.Components;

/// <summary>Base of tests of views: words, MudBlazor and a clock that stands at 10:00 in Shanghai on 25 November 2026.</summary>
public abstract class PageTest : BunitContext
{
    protected static readonly DateTimeOffset Now = new(2026, 11, 25, 2, 0, 0, TimeSpan.Zero);

    protected PageTest()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        Clock = new FakeTimeProvider(Now);
        Services.AddConsoleCultures();
        Services.AddMudServices();
        Services.AddScoped<ErrorText>();
        Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected FakeTimeProvider Clock { get; }
}
