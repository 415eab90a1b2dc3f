using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Operations;

internal sealed class SweepFindingMapping : IEntityTypeConfiguration<SweepFinding>
{
    public void Configure(EntityTypeBuilder<SweepFinding> builder)
    {
        builder.ToTable("sweep_findings");
        builder.Property(finding => finding.Id).ValueGeneratedNever();
        builder.HasOne<Post>().WithMany().HasForeignKey(finding => finding.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(finding => new { finding.Kind, finding.PostId }).IsUnique().HasFilter("ended_at IS NULL").HasDatabaseName("ux_sweep_findings_open");
        builder.HasIndex(finding => new { finding.AgencyId, finding.FoundAt });
    }
}
