namespace GovAccountConsole.Web.Notices;

/// <summary>Marks the words of notices and their settings.</summary>
public sealed class NoticesText;
