using GovAccountConsole.Domain.Access;
using GovAccountConsole.Web.Components.Layout;
using MudBlazor;

namespace GovAccountConsole.Web.Settings;

/// <summary>One part of the settings.</summary>
/// <param name="Key">Key of its name and sentence in <see cref="SettingsText"/>.</param>
/// <param name="Href">Address, relative to the base.</param>
/// <param name="Icon">Outlined icon.</param>
/// <param name="Needs">Holding any of these anywhere shows it.</param>
public sealed record SettingsSection(string Key, string Href, string Icon, IReadOnlyList<Permission> Needs);

/// <summary>The parts of the settings: only pages that exist, only what one's grants allow.</summary>
public static class SettingsSections
{
    /// <summary>Every part there is.</summary>
    public static IReadOnlyList<SettingsSection> All { get; } =
    [
        new("ReviewPlans", "settings/review-plans", Icons.Material.Outlined.FactCheck, [Permission.View]),
        new("Absences", "settings/absences", Icons.Material.Outlined.EventBusy, [Permission.View]),
        new("Emergency", "settings/emergency", Icons.Material.Outlined.Bolt, [Permission.View]),
        new("Templates", "settings/templates", Icons.Material.Outlined.ViewQuilt, [Permission.View]),
        new("Words", "settings/words", Icons.Material.Outlined.Spellcheck, [Permission.View]),
        new("Names", "settings/names", Icons.Material.Outlined.Badge, [Permission.View]),
        new("Sites", "settings/sites", Icons.Material.Outlined.TravelExplore, [Permission.View]),
        new("Profiles", "settings/profiles", Icons.Material.Outlined.Rule, [Permission.View]),
        new("Notices", "settings/notices", Icons.Material.Outlined.NotificationsNone, [Permission.View]),
    ];

    /// <summary>The parts for somebody.</summary>
    public static IReadOnlyList<SettingsSection> For(Actor actor) =>
        [.. All.Where(section => NavigationItems.Exists(section.Href) && section.Needs.Any(actor.CanSomewhere))];
}
