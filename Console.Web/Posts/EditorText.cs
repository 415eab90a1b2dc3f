namespace GovAccountConsole.Web.Posts;

/// <summary>Empty marker of the post editor's words.</summary>
public sealed class EditorText;
