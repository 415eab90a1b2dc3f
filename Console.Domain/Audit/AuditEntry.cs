using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Audit;

/// <summary>审计: one act, written in the transaction of the act, never changed.</summary>
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

    /// <summary>A short addition.</summary>
    public string? Detail { get; private set; }
}
