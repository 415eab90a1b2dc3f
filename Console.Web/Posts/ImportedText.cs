namespace GovAccountConsole.Web.Posts;

/// <summary>Empty marker of the words about documents that become articles.</summary>
public sealed class ImportedText;
