using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Audit;

/// <summary>
/// 审计: one act, written in the transaction of the act, never changed. Within a second it is sealed: it gets its number in the chain and the hash
/// that binds it to the entry before (docs/audit.md).
/// </summary>
public sealed class AuditEntry : IScoped
{
    private AuditEntry()
    {
        Action = SubjectType = string.Empty;
    }

    /// <summary>Makes the entry of an event.</summary>
    public AuditEntry(DomainEvent happened)
    {
        At = happened.At;
        ById = happened.ById;
        Action = happened.Action;
        SubjectType = happened.SubjectType;
        SubjectId = happened.SubjectId;
        AgencyId = happened.AgencyId;
        Detail = happened.Detail;
        if (happened is PostEvent post)
        {
            Revision = post.Revision;
            ContentHash = post.ContentHash;
        }
    }

    /// <summary>Order of acts.</summary>
    public long Id { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who; null for the console itself.</summary>
    public Guid? ById { get; private set; }

    /// <summary>What was done, camelCase.</summary>
    public string Action { get; private set; }

    /// <summary>Kind of thing it was done to.</summary>
    public string SubjectType { get; private set; }

    /// <summary>Which one.</summary>
    public Guid SubjectId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>Number of the revision an act on a post was about.</summary>
    public int? Revision { get; private set; }

    /// <summary>SHA-256 of that revision: who approved is bound to what was approved.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>A short addition.</summary>
    public string? Detail { get; private set; }

    /// <summary>Place in the chain: 1, 2, 3 … without a gap; null until it is sealed.</summary>
    public long? Sequence { get; private set; }

    /// <summary>Hash of the entry before.</summary>
    public string? PreviousHash { get; private set; }

    /// <summary>SHA-256 over this entry and <see cref="PreviousHash"/>, lower-case hex.</summary>
    public string? Hash { get; private set; }

    /// <summary>What the hash is made of.</summary>
    public AuditFacts Facts => new(Id, At, ById, Action, SubjectType, SubjectId, AgencyId, Revision, ContentHash, Detail);
}
