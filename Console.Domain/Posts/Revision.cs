using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace GovAccountConsole.Domain.Posts;

/// <summary>A picture as it was when the revision was made: the hash binds an approval to its bytes.</summary>
/// <param name="Id">The medium.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
public sealed record MediaPrint(Guid Id, string Sha256);

/// <summary>Everything citizens get of a post: for which account, by which channel, which articles, which picture bytes.</summary>
public sealed record PostContent(Guid AccountId, Channel Channel, IReadOnlyList<Article> Articles, IReadOnlyList<MediaPrint> Media)
{
    private static readonly JsonSerializerOptions _canonical = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = false,
    };

    /// <summary>The one text form of this content: member order fixed by the types, pictures ordered by id.</summary>
    public string ToCanonicalText() => JsonSerializer.Serialize(this with { Media = [.. Media.OrderBy(print => print.Id)] }, _canonical);

    /// <summary>Reads what <see cref="ToCanonicalText"/> wrote.</summary>
    public static PostContent FromCanonicalText(string text) =>
        JsonSerializer.Deserialize<PostContent>(text, _canonical) ?? throw new InvalidDataException("A revision without content.");

    /// <summary>SHA-256 of the UTF-8 bytes of a canonical text, lower-case hex.</summary>
    public static string HashOf(string canonicalText) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalText)));
}

/// <summary>版本: an immutable snapshot of a post's content with its SHA-256.</summary>
public sealed class Revision
{
    private Revision()
    {
        Text = ContentHash = string.Empty;
    }

    internal Revision(Guid postId, Guid agencyId, int number, PostContent content, Guid by, DateTimeOffset now, bool autosaved)
    {
        PostId = postId;
        AgencyId = agencyId;
        Number = number;
        Text = content.ToCanonicalText();
        ContentHash = PostContent.HashOf(Text);
        ById = by;
        At = now;
        Autosaved = autosaved;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The post it belongs to.</summary>
    public Guid PostId { get; private set; }

    /// <summary>The agency of the post.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>1, 2, 3 … within the post.</summary>
    public int Number { get; private set; }

    /// <summary>The canonical text that was hashed.</summary>
    public string Text { get; private set; }

    /// <summary>SHA-256 of <see cref="Text"/>, lower-case hex.</summary>
    public string ContentHash { get; private set; }

    /// <summary>Who made it.</summary>
    public Guid ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Made by the editor's autosave: the same author's next autosave takes its number, so that history shows versions and not pauses in typing.</summary>
    public bool Autosaved { get; private set; }

    /// <summary>The content, parsed.</summary>
    public PostContent Content => PostContent.FromCanonicalText(Text);

    /// <summary>Whether the stored text still is what was hashed.</summary>
    public bool IsIntact => PostContent.HashOf(Text) == ContentHash;

    /// <summary>Seals an autosaved revision: from now on it is a version of its own.</summary>
    internal void Seal() => Autosaved = false;
}
