namespace GovAccountConsole.Web.Components.Layout;

/// <summary>Words of the frame: navigation, app bar, menus, keyboard help, reconnecting.</summary>
public sealed class FrameText;
