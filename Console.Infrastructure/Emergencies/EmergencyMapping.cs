using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Emergencies;

internal sealed class EmergencyDesignationMapping : IEntityTypeConfiguration<EmergencyDesignation>
{
    public void Configure(EntityTypeBuilder<EmergencyDesignation> builder)
    {
        builder.ToTable("emergency_designations");
        builder.Property(row => row.Reason).HasMaxLength(EmergencyDesignation.ReasonLimit);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.PersonId, row.AgencyId });
    }
}

internal sealed class FollowUpReviewMapping : IEntityTypeConfiguration<FollowUpReview>
{
    public void Configure(EntityTypeBuilder<FollowUpReview> builder)
    {
        builder.ToTable("follow_ups");
        builder.Property(row => row.ContentHash).HasMaxLength(64);
        builder.Property(row => row.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Seats).AsJson();
        builder.HasOne<Post>().WithMany().HasForeignKey(row => row.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Review>().WithMany().HasForeignKey(row => row.ReviewId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.ReviewId).IsUnique().HasDatabaseName("ux_follow_ups_review");
        builder.HasIndex(row => row.PostId);
        builder.HasIndex(row => row.DueAt).HasFilter("status = 'Open'");
        builder.OwnsMany(row => row.Decisions, decision =>
        {
            decision.ToTable("follow_up_decisions");
            decision.WithOwner().HasForeignKey("FollowUpId");
            decision.HasKey(row => row.Id);
            decision.Property(row => row.Id).ValueGeneratedNever();
            decision.Property(row => row.Verdict).HasConversion<string>().HasMaxLength(20);
            decision.Property(row => row.Comment).HasMaxLength(Post.CommentLimit);
            decision.Property(row => row.ContentHash).HasMaxLength(64);
            decision.Property(row => row.Seat).HasMaxLength(60);
            decision.HasIndex("FollowUpId", nameof(FollowUpDecision.ById)).IsUnique().HasDatabaseName("ux_follow_up_decisions_person");
            decision.HasOne<Person>().WithMany().HasForeignKey(row => row.ById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
