namespace GovAccountConsole.Web.Settings;

/// <summary>Marks the words of the settings.</summary>
public sealed class SettingsText;
