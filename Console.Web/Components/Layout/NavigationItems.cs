using System.Collections.Frozen;
using System.Reflection;
using GovAccountConsole.Domain.Access;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GovAccountConsole.Web.Components.Layout;

/// <summary>One line of the navigation.</summary>
/// <param name="Key">Key of its word in <see cref="FrameText"/>.</param>
/// <param name="Href">Address, relative to the base.</param>
/// <param name="Icon">Outlined icon.</param>
/// <param name="Group">Lines of one group stand together.</param>
/// <param name="Needs">Holding any of these anywhere shows it.</param>
/// <param name="GoKey">The key after <c>g</c>; null has none.</param>
public sealed record NavigationItem(string Key, string Href, string Icon, int Group, IReadOnlyList<Permission> Needs, string? GoKey = null);

/// <summary>The navigation: only pages that exist, only what one's grants allow.</summary>
public static class NavigationItems
{
    private static readonly NavigationItem[] _all =
    [
        new("Nav.Workbench", "", Icons.Material.Outlined.SpaceDashboard, 0, [Permission.View], "w"),
        new("Nav.Posts", "posts", Icons.Material.Outlined.Article, 0, [Permission.View], "p"),
        new("Nav.Media", "media", Icons.Material.Outlined.PhotoLibrary, 0, [Permission.WritePosts, Permission.ManageTemplates]),
        new("Nav.Reviews", "reviews", Icons.Material.Outlined.FactCheck, 0, [Permission.ReviewPosts], "r"),
        new("Nav.Calendar", "calendar", Icons.Material.Outlined.CalendarMonth, 0, [Permission.View], "c"),
        new("Nav.Accounts", "accounts", Icons.Material.Outlined.GridView, 1, [Permission.View], "a"),
        new("Nav.Agencies", "agencies", Icons.Material.Outlined.AccountTree, 1, [Permission.ManageAgencies, Permission.ReadAudit]),
        new("Nav.People", "people", Icons.Material.Outlined.Group, 1, [Permission.ManagePeople]),
        new("Nav.Workload", "workload", Icons.Material.Outlined.BarChart, 1, [Permission.View]),
        new("Nav.Audit", "audit", Icons.Material.Outlined.ReceiptLong, 2, [Permission.ReadAudit]),
        new("Nav.Settings", "settings", Icons.Material.Outlined.Settings, 2, [Permission.View]),
        new("Nav.Operations", "operations", Icons.Material.Outlined.MonitorHeart, 2, [Permission.OperateMatrix, Permission.ReadAudit]),
    ];

    // A page that is not built yet is no dead link: lines appear with their pages.
    private static readonly FrozenSet<string> _routes = typeof(NavigationItems).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false))
        .Select(route => route.Template.TrimStart('/'))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every line there is, whether or not anybody may see it.</summary>
    public static IReadOnlyList<NavigationItem> All => _all;

    /// <summary>The lines for somebody.</summary>
    public static IReadOnlyList<NavigationItem> For(Actor actor) =>
        [.. _all.Where(item => Exists(item.Href) && item.Needs.Any(actor.CanSomewhere))];

    /// <summary>Whether a page with this address is part of the console.</summary>
    public static bool Exists(string href) => _routes.Contains(href);
}
