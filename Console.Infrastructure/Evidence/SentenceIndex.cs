using System.Text.Json;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Evidence;

/// <summary>The clauses of a sealed revision, for the search by sentence. Not evidence: made from the revision, and made again at any time.</summary>
public sealed class SentenceRow : IScoped
{
    private SentenceRow()
    {
        Keys = [];
    }

    /// <summary>Makes the row of a revision.</summary>
    public SentenceRow(Revision revision)
    {
        (RevisionId, PostId, AgencyId, Keys) = (revision.Id, revision.PostId, revision.AgencyId, KeysOf(revision));
    }

    /// <summary>The revision.</summary>
    public Guid RevisionId { get; private set; }

    /// <summary>Its post.</summary>
    public Guid PostId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary><see cref="SentenceKeys"/> of its text.</summary>
    public int[] Keys { get; private set; }

    private static int[] KeysOf(Revision revision)
    {
        try
        {
            return SentenceKeys.Of(revision.Content);
        }
        catch (Exception damage) when (damage is JsonException or InvalidDataException)
        {
            // A revision that somebody damaged is found by the audit, not by this search.
            return [];
        }
    }
}

internal sealed class SentenceMapping : IEntityTypeConfiguration<SentenceRow>
{
    public void Configure(EntityTypeBuilder<SentenceRow> builder)
    {
        builder.ToTable("sentence_index");
        builder.HasKey(row => row.RevisionId);
        builder.Property(row => row.RevisionId).ValueGeneratedNever();
        builder.HasIndex(row => row.Keys).HasMethod("gin");
    }
}
