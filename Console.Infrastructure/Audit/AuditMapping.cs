using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.Property(entry => entry.Action).HasMaxLength(60);
        builder.Property(entry => entry.SubjectType).HasMaxLength(20);
        builder.Property(entry => entry.Detail).HasMaxLength(2000);
        builder.Property(entry => entry.ContentHash).HasMaxLength(64);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(64);
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        builder.Ignore(entry => entry.Facts);
        builder.HasIndex(entry => entry.Sequence).IsUnique();
        builder.HasIndex(entry => entry.Id).HasFilter("sequence IS NULL").HasDatabaseName("ix_audit_entries_unsealed");
        builder.HasIndex(entry => new { entry.AgencyId, entry.Id });
        builder.HasIndex(entry => new { entry.SubjectId, entry.Id });
        builder.HasIndex(entry => entry.At);
    }
}

internal sealed class AuditAnchorMapping : IEntityTypeConfiguration<AuditAnchor>
{
    public void Configure(EntityTypeBuilder<AuditAnchor> builder)
    {
        builder.ToTable("audit_anchors");
        builder.HasKey(anchor => anchor.Day);
        builder.Property(anchor => anchor.Hash).HasMaxLength(64);
        builder.HasIndex(anchor => anchor.Sequence);
    }
}

internal sealed class AuditCheckMapping : IEntityTypeConfiguration<AuditCheck>
{
    public void Configure(EntityTypeBuilder<AuditCheck> builder)
    {
        builder.ToTable("audit_check");
        builder.Property(check => check.Id).ValueGeneratedNever();
        builder.Property(check => check.Problem).AsJson();
        builder.HasData(new { Id = AuditCheck.TheId, Entries = 0L });
    }
}
