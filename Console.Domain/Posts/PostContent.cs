using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using GovAccountConsole.Domain.Media;

namespace GovAccountConsole.Domain.Posts;

/// <summary>A picture as it was when the revision was made: the hash binds an approval to its bytes.</summary>
/// <param name="Id">The medium.</param>
/// <param name="Sha256">SHA-256 of its bytes as uploaded, lower-case hex.</param>
public sealed record MediaPrint(Guid Id, string Sha256)
{
    /// <summary>SHA-256 of the bytes that go to the platform for a body; null where no body shows it, and in the earlier forms.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Body { get; init; }

    /// <summary>SHA-256 of the bytes that go to the platform as a cover; null where it is none, and in the earlier forms.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cover { get; init; }

    /// <summary>The bound hash of what goes to the platform for a purpose; null where only the picture as uploaded is bound.</summary>
    public string? Of(UploadPurpose purpose) => purpose == UploadPurpose.Cover ? Cover : Body;
}

/// <summary>Whom a post is for. Part of what is approved, so that another choice can never be made after the approval.</summary>
public enum Audience
{
    /// <summary>Every follower of the account; who opens the page reads it too.</summary>
    [JsonStringEnumMemberName("allFollowers")]
    AllFollowers,
}

/// <summary>
/// Everything citizens get of a post: for which account, by which channel, which articles, which picture bytes, for whom, and within which
/// time. Its canonical text is what is hashed and approved.
/// </summary>
public sealed record PostContent(Guid AccountId, Channel Channel, IReadOnlyList<Article> Articles, IReadOnlyList<MediaPrint> Media)
{
    /// <summary>The form of canonical text written today.</summary>
    public const int CurrentForm = 3;

    /// <summary>The form that bound pictures as they were uploaded, not as they go to the platform.</summary>
    public const int SecondForm = 2;

    /// <summary>The form without audience and time window; revisions of that time keep it, so that their hashes stay verifiable.</summary>
    public const int FirstForm = 1;

    private static readonly JsonSerializerOptions _canonical = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = false,
        Converters = { new JsonStringEnumConverter<Audience>() },
    };

    /// <summary>Which members the canonical text has.</summary>
    public int Form { get; init; } = CurrentForm;

    /// <summary>Whom it is for. The first form knew nobody else than all followers.</summary>
    public Audience Audience { get; init; } = Audience.AllFollowers;

    /// <summary>The only time in which it may go out; null for any time.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>The one text form of this content: member order fixed by the types, pictures ordered by id.</summary>
    public string ToCanonicalText() => JsonSerializer.Serialize(
        Form == FirstForm
            ? new Canonical(AccountId, Channel, Articles, [.. Media.OrderBy(print => print.Id)])
            : new Canonical(AccountId, Channel, Articles, [.. Media.OrderBy(print => print.Id)]) { Form = Form, Audience = Audience, Window = Window },
        _canonical);

    /// <summary>Reads what <see cref="ToCanonicalText"/> wrote, in any form.</summary>
    public static PostContent FromCanonicalText(string text)
    {
        var read = JsonSerializer.Deserialize<Canonical>(text, _canonical);
        if (read is not { Articles: not null, Media: not null })
        {
            throw new InvalidDataException("A revision without content.");
        }

        return new PostContent(read.AccountId, read.Channel, read.Articles, read.Media)
        {
            Form = read.Form ?? FirstForm,
            Audience = read.Audience ?? Audience.AllFollowers,
            Window = read.Window,
        };
    }

    /// <summary>Number, from 1, of the first article that shows the picture.</summary>
    public int ArticleOf(Guid picture) =>
        1 + Math.Max(0, Articles.ToList().FindIndex(article => article.CoverMediaId == picture || article.Pictures().Contains(picture)));

    /// <summary>Whether citizens would get the same: the form of the text does not count, nor what only one of the two forms binds.</summary>
    public bool IsSameAs(PostContent other) =>
        Math.Min(Form, other.Form) < CurrentForm
            ? AsUploaded().ToCanonicalText() == other.AsUploaded().ToCanonicalText()
            : ToCanonicalText() == other.ToCanonicalText();

    private PostContent AsUploaded() => this with { Form = CurrentForm, Media = [.. Media.Select(print => new MediaPrint(print.Id, print.Sha256))] };

    /// <summary>SHA-256 of the UTF-8 bytes of a canonical text, lower-case hex.</summary>
    public static string HashOf(string canonicalText) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalText)));

    // The text's members in their order. What the first form did not have is left out when absent: its texts must not change by a byte.
    private sealed record Canonical(Guid AccountId, Channel Channel, IReadOnlyList<Article> Articles, IReadOnlyList<MediaPrint> Media)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? Form { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Audience? Audience { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public TimeWindow? Window { get; init; }
    }
}
