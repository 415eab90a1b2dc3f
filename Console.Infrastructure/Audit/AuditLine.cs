using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovAccountConsole.Domain.Audit;

namespace GovAccountConsole.Infrastructure.Audit;

/// <summary>First line of an export: what the file holds.</summary>
/// <param name="Form">Form of the hashed bytes.</param>
/// <param name="ExportedAt">When it was made, UTC.</param>
/// <param name="First">Number of the first entry.</param>
/// <param name="Last">Number of the last entry.</param>
/// <param name="Head">Hash of the last entry.</param>
public sealed record AuditFileHead(string Form, string ExportedAt, long First, long Last, string Head);

/// <summary>
/// An entry in an export, one line of JSON. An entry of an agency that the exporting person may not read keeps its place with hashes only.
/// </summary>
public sealed record AuditLine(
    long Sequence, long? Id, string? At, Guid? By, string? Action, string? SubjectType, Guid? SubjectId, Guid? AgencyId, int? Revision, string? ContentHash,
    string? Detail, bool Withheld, string PreviousHash, string Hash)
{
    private static readonly JsonSerializerOptions _form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
    };

    /// <summary>An entry with its content.</summary>
    public static AuditLine Of(AuditEntry entry) => new(
        entry.Sequence!.Value, entry.Id, AuditSeal.Time(entry.At), entry.ById, entry.Action, entry.SubjectType, entry.SubjectId, entry.AgencyId, entry.Revision,
        entry.ContentHash, entry.Detail, false, entry.PreviousHash!, entry.Hash!);

    /// <summary>An entry's place without its content.</summary>
    public static AuditLine PlaceOf(AuditEntry entry) =>
        new(entry.Sequence!.Value, null, null, null, null, null, null, null, null, null, null, true, entry.PreviousHash!, entry.Hash!);

    /// <summary>The line's text.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, _form);

    /// <summary>The text of a file's first line.</summary>
    public static string Write(AuditFileHead head) => JsonSerializer.Serialize(head, _form);

    /// <summary>Reads a file's first line; null when it is something else.</summary>
    public static AuditFileHead? ReadHead(string line) => Read<AuditFileHead>(line) is { Form: AuditSeal.Form, Head: not null } head ? head : null;

    /// <summary>Reads a line; null when it is not exactly one entry.</summary>
    public static AuditLine? ReadLine(string line) => Read<AuditLine>(line) is { PreviousHash: not null, Hash: not null } read ? read : null;

    /// <summary>The link of the chain; null when something is missing, or stands in another form than the hashed one.</summary>
    public ChainLink? ToLink()
    {
        if (Withheld)
        {
            return Id is null && At is null && By is null && Action is null && Detail is null && SubjectId is null ? new ChainLink(Sequence, PreviousHash, Hash, null) : null;
        }

        if (Id is not { } id || Action is null || SubjectType is null || SubjectId is not { } subject || AgencyId is not { } agency
            || !DateTimeOffset.TryParseExact(At, AuditSeal.TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
        {
            return null;
        }

        return new ChainLink(Sequence, PreviousHash, Hash, new AuditFacts(id, at, By, Action, SubjectType, subject, agency, Revision, ContentHash, Detail));
    }

    private static T? Read<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, _form);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
