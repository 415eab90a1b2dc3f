namespace GovAccountConsole.Web.Media;

/// <summary>Empty marker of the media library's words.</summary>
public sealed class MediaText;
