namespace GovAccountConsole.Web.Posts;

/// <summary>Words of the posts list.</summary>
public sealed class PostsText;
