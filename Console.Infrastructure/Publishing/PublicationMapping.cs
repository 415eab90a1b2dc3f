using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Publishing;

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("publications", table => table.HasCheckConstraint("ck_publications_lease", "(lease_until IS NULL) = (lease_token IS NULL)"));
        builder.Property(publication => publication.ContentHash).HasMaxLength(64);
        builder.Property(publication => publication.SendKey).HasMaxLength(32);
        builder.Property(publication => publication.DraftMediaId).HasMaxLength(200);
        builder.Property(publication => publication.JobId).HasMaxLength(64);
        builder.Property(publication => publication.MsgDataId).HasMaxLength(64);
        builder.Property(publication => publication.ArticleId).HasMaxLength(200);
        builder.Property(publication => publication.ArticleUrls).AsJson();
        builder.Property(publication => publication.Trouble).AsJson();
        builder.Property(publication => publication.Evidence).AsJson().HasDefaultValueSql("'[]'");
        builder.Property(publication => publication.ReadBack).AsJson();
        builder.HasIndex(publication => publication.ReadBackDueAt).HasFilter("read_back_due_at IS NOT NULL").HasDatabaseName("ix_publications_read_back");
        builder.Ignore(publication => publication.InDoubtSince);
        builder.Ignore(publication => publication.FirstDoubtAt);
        builder.HasOne<Post>().WithMany().HasForeignKey(publication => publication.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(publication => new { publication.PostId, publication.Revision, publication.AccountId, publication.Channel })
            .IsUnique().HasDatabaseName("ux_publications_once");
        builder.HasIndex(publication => publication.SendKey).IsUnique();
        builder.HasIndex(publication => new { publication.AccountId, publication.DueAt });
        builder.HasIndex(publication => publication.NextAttemptAt).HasFilter("lease_until IS NULL AND next_attempt_at IS NOT NULL")
            .HasDatabaseName("ix_publications_due");
        builder.HasIndex(publication => publication.LeaseUntil).HasFilter("lease_until IS NOT NULL").HasDatabaseName("ix_publications_leased");
        builder.HasIndex(publication => new { publication.Status, publication.DueAt }).HasFilter("status <> 'Published' AND status <> 'Failed'").HasDatabaseName("ix_publications_open");
        builder.HasIndex(publication => new { publication.AccountId, publication.JobId });
        builder.OwnsMany(publication => publication.Steps, step =>
        {
            step.ToTable("publication_steps");
            step.WithOwner().HasForeignKey("PublicationId");
            step.HasKey("PublicationId", nameof(PublicationStep.Number));
            step.Property(row => row.Number).ValueGeneratedNever();
            step.Property(row => row.PlatformId).HasMaxLength(200);
            step.Property(row => row.Rid).HasMaxLength(200);
        });
    }
}
