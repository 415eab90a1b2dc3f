using System.Security.Claims;
using Bunit;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Tests.Support;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Live;
using GovAccountConsole.Web.Reviews;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GovAccountConsole.Tests.Components;

/// <summary>Base of tests of whole pages: the console's own queries and use cases on a database, and somebody signed in.</summary>
public abstract class PageOnDatabase : PageTest, IAsyncLifetime
{
    private readonly SignedIn _signedIn = new();
    private readonly TestDatabase _database;

    protected PageOnDatabase(TestDatabase database)
    {
        _database = database;
        Services.AddConsoleInfrastructure(database.ConnectionString);
        Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(database.Time));
        // Who loses a role loses it at once also here: both sets of services hear the same hints.
        Services.Replace(ServiceDescriptor.Singleton(database.Get<ChangeFeed>()));
        Services.AddSingleton<AuthenticationStateProvider>(_signedIn);
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton<LiveUpdates>();
        Services.AddScoped<RemarkDesk>();
    }

    protected SmallMatrix Matrix { get; private set; } = null!;

    protected TestDatabase Database => _database;

    protected static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => Matrix = await Once.MatrixAsync(_database);

    /// <summary>Somebody signs in; pages rendered from here on are this person's.</summary>
    protected void SignIn(Actor person) => _signedIn.Person = person.PersonId;

    /// <summary>The address a page is opened under, with its query.</summary>
    protected void GoTo(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    /// <summary>Waits for what a page reads from the database.</summary>
    protected static async Task<IReadOnlyList<AngleSharp.Dom.IElement>> FoundAsync<T>(IRenderedComponent<T> page, string selector)
        where T : IComponent
    {
        await SoonAsync(page, () => Assert.NotEmpty(page.FindAll(selector)));
        return [.. page.FindAll(selector)];
    }

    /// <summary>Waits, without holding a thread, until something about a page is so.</summary>
    protected static Task SoonAsync<T>(IRenderedComponent<T> page, Action assertion)
        where T : IComponent => page.WaitForAssertionAsync(assertion, TimeSpan.FromSeconds(20));

    private sealed class SignedIn : AuthenticationStateProvider
    {
        public Guid? Person { get; set; }

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(
            Person is { } id ? new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id.ToString())], "test") : new ClaimsIdentity())));
    }
}
