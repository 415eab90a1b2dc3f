using System.Text.Json;
using System.Text.Json.Serialization;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

internal sealed record DemoAgency(string Key, string Name, string Sector, string Region, string? Parent, string RuleProfile);

internal sealed record DemoGrant(Role Role, string Agency);

internal sealed record DemoPerson(string Key, string Name, string Email, IReadOnlyList<DemoGrant> Grants);

internal sealed record DemoAccount(
    string Key, string Name, string Agency, AccountKind Kind, Positioning Positioning, bool Verified, int Followers, AccountStatus Status,
    string? Responsible, string AppId, string OriginalId);

internal sealed record DemoDirectory(
    IReadOnlyList<DemoAgency> Agencies, IReadOnlyList<DemoPerson> People, IReadOnlyList<DemoAccount> Accounts);

internal sealed record DemoArticle(string Title, string Author, string Digest, string Cover, IReadOnlyList<string> Body);

internal sealed record DemoDecision(int Step, string By, DecisionKind Decision, string Comment, string At);

internal sealed record DemoSubmission(string At, IReadOnlyList<DemoDecision> Decisions);

/// <summary>Words that stood in the first revision where the last has others: what a reviewer sent back.</summary>
internal sealed record DemoEarlierWords(string Was, string Now);

internal sealed record DemoPost(
    string Key, string Account, string Author, Channel Channel, PostStatus State, string? PlannedAt, string WrittenAt, IReadOnlyList<DemoArticle> Articles)
{
    public string? ScheduledAt { get; init; }
    public string? WithdrawnAt { get; init; }
    public string? ExpiredAt { get; init; }
    public string? RecalledAt { get; init; }
    public string? Reason { get; init; }
    public int? PlatformError { get; init; }
    public DemoEarlierWords? EarlierWords { get; init; }
    public IReadOnlyList<DemoSubmission> Submissions { get; init; } = [];
}

internal sealed record DemoMessage(MessageDirection Direction, string At, string? By, string Text);

/// <summary>A picture that stands in an agency's library with what people said about it; no post shows it.</summary>
internal sealed record DemoLibraryPicture(
    string Agency, string Picture, string By, string At, string Alt, string Source, PictureConsent Consent, string Note, int? ExpiresInDays, bool Shared);

internal sealed record DemoThread(string Account, string OpenId, IReadOnlyList<DemoMessage> Messages);

/// <summary>The demo matrix as it is written in <c>Demo/*.json</c>, embedded in this assembly.</summary>
internal sealed record DemoMatrixContent(DemoDirectory Directory, IReadOnlyList<DemoPost> Posts, IReadOnlyList<DemoThread> Threads, IReadOnlyList<DemoLibraryPicture> Library)
{
    private const string Folder = "Demo/";

    private static readonly string[] _postFiles = ["police", "justice", "life", "services"];

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
    };

    public static DemoMatrixContent Load() => new(
        Read<DemoDirectory>("matrix.json"),
        [.. _postFiles.SelectMany(file => Read<IReadOnlyList<DemoPost>>($"posts/{file}.json"))],
        Read<IReadOnlyList<DemoThread>>("threads.json"),
        Read<IReadOnlyList<DemoLibraryPicture>>("library.json"));

    /// <summary>Bytes of a drawn picture, by its name without extension.</summary>
    public static byte[] Picture(string name)
    {
        using var stream = Open($"pictures/{name}.jpg");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static T Read<T>(string file)
    {
        using var stream = Open(file);
        return JsonSerializer.Deserialize<T>(stream, _options) ?? throw new InvalidDataException($"{file} is empty.");
    }

    private static Stream Open(string file) =>
        typeof(DemoMatrixContent).Assembly.GetManifestResourceStream(Folder + file)
        ?? throw new InvalidDataException($"The demo matrix has no {file}.");
}
