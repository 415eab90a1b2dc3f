namespace GovAccountConsole.Web.Posts;

/// <summary>New text of an article from the editor on the page.</summary>
/// <param name="Article">Key of the article.</param>
/// <param name="Characters">Characters people read.</param>
/// <param name="Html">The body.</param>
public sealed record BodyChange(string Article, int Characters, string Html);

/// <summary>A body that others changed: what the browser handed over last, and what it becomes.</summary>
/// <param name="Article">Key of the article.</param>
/// <param name="From">The body as it was handed over.</param>
/// <param name="To">The body with what others wrote.</param>
public sealed record TextChange(string Article, string From, string To);

/// <summary>What a paste left behind, counted; <c>LongTable</c> and <c>LongText</c> are rows and lines of what was not taken at all, <c>Markdown</c> says that the text has marks of formats.</summary>
public sealed record PasteReport(
    int Formats, int Comments, int Empties, int Indents, int Dangerous, int Links, int LocalPictures, int LostPictures, IReadOnlyList<string> Pictures, int LongTable = 0, int LongText = 0,
    bool Markdown = false);

/// <summary>A picture that did not arrive.</summary>
/// <param name="Code">The server's code, or media-type, connection-lost.</param>
/// <param name="Name">Name of the file.</param>
public sealed record PictureFailure(string Code, string Name);

/// <summary>A draft that an earlier visit left in this browser.</summary>
/// <param name="At">When it was written last, milliseconds since 1970.</param>
/// <param name="Base">SHA-256 of the stored text it was written over.</param>
/// <param name="Others">Older ones that other tabs left; they are offered when the post is opened again.</param>
public sealed record LeftBehind(long At, string? Base, int Others = 0);

/// <summary>One article of such a draft, in the words of the browser module.</summary>
public sealed record KeptArticle(
    string Key, string? Title, string? Author, string? Digest, string? SourceUrl, Guid? CoverMediaId, bool CommentsOpen, bool CommentsFansOnly, string? ContentHtml);

/// <summary>Such a draft, with what it was written over: an autosave that the next one replaced is no longer known to the server.</summary>
public sealed record KeptDraft(long At, string? Base, IReadOnlyList<KeptArticle> Articles, IReadOnlyList<KeptArticle>? Origin = null, int Others = 0);

/// <summary>Words of the text to be marked: <c>must</c> or <c>advice</c>; <paramref name="Nth"/> says which of their places, from 0.</summary>
public sealed record WordMark(string Text, string Kind, int Nth = 0);

/// <summary>A colleague's name beside a block.</summary>
/// <param name="Name">Who.</param>
/// <param name="Block">Place of the block, from 0.</param>
public sealed record ColleagueMark(string Name, int Block);
