using Bunit;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Web.Components.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Tests.Components;

/// <summary>The navigation shows only pages that exist and only what one's grants allow.</summary>
public sealed class NavigationTests : BunitContext
{
    public NavigationTests() => Services.AddLocalization();

    [Fact]
    public void Nobody_sees_no_line() => Assert.Empty(NavigationItems.For(Actor.Nobody));

    [Theory]
    [InlineData(Role.Editor, false, false, false)]
    [InlineData(Role.Reviewer, true, false, false)]
    [InlineData(Role.FinalReviewer, true, false, false)]
    [InlineData(Role.Supervisor, true, true, false)]
    [InlineData(Role.Administrator, false, true, true)]
    [InlineData(Role.Auditor, false, true, false)]
    public void A_role_sees_its_lines(Role role, bool reviews, bool audit, bool people)
    {
        var actor = Holding(role);
        Assert.Equal(reviews, Allows(actor, "Nav.Reviews"));
        Assert.Equal(audit, Allows(actor, "Nav.Audit"));
        Assert.Equal(people, Allows(actor, "Nav.People"));
        Assert.True(Allows(actor, "Nav.Posts"));
    }

    [Fact]
    public void A_line_leads_to_a_page_that_exists() =>
        Assert.All(NavigationItems.For(Holding(Role.Administrator)), item => Assert.True(NavigationItems.Exists(item.Href), item.Href));

    [Fact]
    public void A_count_is_shown_and_spoken()
    {
        var menu = Render<NavMenu>(parameters => parameters
            .Add(nav => nav.Actor, Holding(Role.Editor)).Add(nav => nav.Counts, new Dictionary<string, int>(StringComparer.Ordinal) { ["Nav.Posts"] = 4 }));
        var link = menu.Find("a[href=posts]");
        Assert.Equal("4", link.QuerySelector(".gac-nav-count")!.TextContent);
        Assert.Equal("4 件等您处理", link.QuerySelector(".gac-sr")!.TextContent);
    }

    private static bool Allows(Actor actor, string key) => NavigationItems.All.Single(item => item.Key == key).Needs.Any(actor.CanSomewhere);

    private static Actor Holding(Role role) => new(Guid.NewGuid(), "甲", [new Grant(role, Guid.NewGuid())]);
}
