using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Domain.Operations;
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
        builder.HasIndex(entry => new { entry.AgencyId, entry.Id });
        builder.HasIndex(entry => new { entry.SubjectId, entry.Id });
        builder.HasIndex(entry => entry.At);
    }
}

internal sealed class MatrixStateMapping : IEntityTypeConfiguration<MatrixState>
{
    public void Configure(EntityTypeBuilder<MatrixState> builder)
    {
        builder.ToTable("matrix_state");
        builder.Property(state => state.Reason).HasMaxLength(500);
        builder.HasData(new { Id = MatrixState.TheId, Stopped = false });
    }
}
