namespace GovAccountConsole.Web.Posts;

/// <summary>Words of copying articles from other posts.</summary>
public sealed class CopyText;
