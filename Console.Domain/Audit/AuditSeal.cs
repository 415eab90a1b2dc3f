using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GovAccountConsole.Domain.Audit;

/// <summary>What an audit entry says, apart from its place in the chain.</summary>
public sealed record AuditFacts(
    long Id, DateTimeOffset At, Guid? ById, string Action, string SubjectType, Guid SubjectId, Guid AgencyId, int? Revision, string? ContentHash, string? Detail);

/// <summary>
/// The bytes that are hashed, so plain that anybody can make them again with a few lines of any language (docs/audit.md): the name of the form, then
/// every field as <c>length:text</c>, one to a line, absent ones as <c>-</c>. The length counts bytes of UTF-8, so no text can pass for another field.
/// </summary>
public static class AuditSeal
{
    /// <summary>Name of the form; another form gets another name.</summary>
    public const string Form = "gac-audit-1";

    /// <summary>How times are written: UTC, microseconds, as the database keeps them.</summary>
    public const string TimeForm = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    /// <summary>What stands before the first entry.</summary>
    public static string Start { get; } = new('0', 64);

    /// <summary>The bytes of an entry at its place.</summary>
    public static byte[] Canonical(long sequence, string previousHash, AuditFacts facts)
    {
        var text = new StringBuilder(400).Append(Form).Append('\n');
        Add(text, Number(sequence));
        Add(text, previousHash);
        Add(text, Number(facts.Id));
        Add(text, Time(facts.At));
        Add(text, facts.ById?.ToString());
        Add(text, facts.Action);
        Add(text, facts.SubjectType);
        Add(text, facts.SubjectId.ToString());
        Add(text, facts.AgencyId.ToString());
        Add(text, facts.Revision is { } revision ? Number(revision) : null);
        Add(text, facts.ContentHash);
        Add(text, facts.Detail);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The entry's hash, lower-case hex.</summary>
    public static string HashOf(long sequence, string previousHash, AuditFacts facts) =>
        Convert.ToHexStringLower(SHA256.HashData(Canonical(sequence, previousHash, facts)));

    /// <summary>A time in the form that is hashed.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Add(StringBuilder text, string? field)
    {
        if (field is null)
        {
            text.Append("-\n");
        }
        else
        {
            text.Append(Encoding.UTF8.GetByteCount(field)).Append(':').Append(field).Append('\n');
        }
    }
}
