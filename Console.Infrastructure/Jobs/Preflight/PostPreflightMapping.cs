using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Jobs.Preflight;

internal sealed class PostPreflightMapping : IEntityTypeConfiguration<PostPreflight>
{
    public void Configure(EntityTypeBuilder<PostPreflight> builder)
    {
        builder.ToTable("post_preflights");
        builder.HasKey(row => row.PublicationId);
        builder.Property(row => row.PublicationId).ValueGeneratedNever();
        builder.Property(row => row.Findings).AsJson();
        builder.HasOne<Publication>().WithOne().HasForeignKey<PostPreflight>(row => row.PublicationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => row.NextAt).HasFilter("next_at IS NOT NULL").HasDatabaseName("ix_post_preflights_due");
        builder.HasIndex(row => row.PostId);
        builder.HasIndex(row => row.DueAt).HasFilter("open_count > 0").HasDatabaseName("ix_post_preflights_open");
        builder.HasIndex(row => row.LeaseToken).HasFilter("lease_token IS NOT NULL");
    }
}
