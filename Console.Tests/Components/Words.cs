using System.Globalization;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Tests.Components;

/// <summary>The console's real words, in a language of the test's choice.</summary>
internal static class Words
{
    private static readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    /// <summary>The words of a feature.</summary>
    public static IStringLocalizer<T> Of<T>() => _services.GetRequiredService<IStringLocalizer<T>>();

    /// <summary>The shared words.</summary>
    public static IStringLocalizer<CommonText> Common => Of<CommonText>();

    /// <summary>Speaks a language until disposed; cultures flow with the test's own execution context only.</summary>
    public static IDisposable In(string language)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return new Speaking(before);
    }

    private sealed class Speaking((CultureInfo Culture, CultureInfo UICulture) before) : IDisposable
    {
        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
    }
}
