using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Reviews;

internal sealed class ReviewPlanMapping : IEntityTypeConfiguration<ReviewPlan>
{
    public void Configure(EntityTypeBuilder<ReviewPlan> builder)
    {
        builder.ToTable("review_plans");
        builder.Property(plan => plan.Id).ValueGeneratedNever();
        builder.Property(plan => plan.Name).HasMaxLength(60);
        builder.Property(plan => plan.Steps).AsJson();
        builder.Property(plan => plan.When).AsJson().HasDefaultValueSql("'{}'");
        builder.Ignore(plan => plan.People);
        builder.HasData(new { ReviewPlan.Default.Id, ReviewPlan.Default.Name, ReviewPlan.Default.Steps, ReviewPlan.Default.When, ReviewPlan.Default.Number });
    }
}

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("reviews");
        builder.Property(review => review.Id).ValueGeneratedNever();
        builder.Ignore(review => review.Current);
        builder.HasIndex(review => review.PostId);
        builder.HasIndex(review => review.OpenPostId).IsUnique().HasDatabaseName("ux_reviews_open_post");
        builder.OwnsMany(review => review.Steps, step =>
        {
            step.ToTable("review_steps");
            step.WithOwner().HasForeignKey("ReviewId");
            step.HasKey("ReviewId", nameof(ReviewStep.Number));
            step.Property(row => row.Number).ValueGeneratedNever();
            step.Property(row => row.Name).HasMaxLength(40);
            step.Property(row => row.Level).HasDefaultValue(StepLevel.Anywhere);
            step.Property(row => row.Mode).HasDefaultValue(StepMode.AnyOf);
            step.Property(row => row.Approvals).HasDefaultValue(1);
            step.Property(row => row.Checklist).AsJson().HasDefaultValueSql("'[]'");
        });
        builder.OwnsMany(review => review.Decisions, decision =>
        {
            decision.ToTable("decisions");
            decision.WithOwner().HasForeignKey("ReviewId");
            decision.HasKey(row => row.Id);
            decision.Property(row => row.Id).ValueGeneratedNever();
            decision.Property(row => row.ContentHash).HasMaxLength(64);
            decision.Property(row => row.Comment).HasMaxLength(Post.CommentLimit);
            decision.Property(row => row.Ticks).AsJson();
            decision.Property(row => row.Reasons).AsJson().HasDefaultValueSql("'[]'");
            decision.HasIndex("ReviewId", nameof(Decision.ById)).IsUnique().HasDatabaseName("ux_decisions_person");
            decision.HasIndex(row => new { row.ById, row.At });
            decision.Ignore(row => row.People);
            decision.HasOne<Person>().WithMany().HasForeignKey(row => row.ForId).OnDelete(DeleteBehavior.Restrict);
            decision.HasOne<Person>().WithMany().HasForeignKey(row => row.ById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class ReviewLookMapping : IEntityTypeConfiguration<ReviewLook>
{
    public void Configure(EntityTypeBuilder<ReviewLook> builder)
    {
        builder.ToTable("review_looks");
        builder.HasKey(look => new { look.PersonId, look.PostId }).HasName("pk_review_looks");
        builder.HasOne<Post>().WithMany().HasForeignKey(look => look.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(look => look.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
