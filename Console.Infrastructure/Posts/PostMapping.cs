using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Posts;

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts");
        builder.Property(post => post.Title).HasMaxLength(Article.StoredTextLimit);
        builder.Property(post => post.TemplateKey).HasMaxLength(GovAccountConsole.Domain.Templates.PostTemplate.KeyLimit);
        builder.Property(post => post.ContentHash).HasMaxLength(64);
        builder.Property(post => post.Trouble).AsJson();
        builder.Property(post => post.Topics).AsJson().HasDefaultValueSql("'[]'");
        builder.Property(post => post.Emergency).AsJson();
        builder.Ignore(post => post.Window);
        builder.HasOne<Post>().WithMany().HasForeignKey(post => post.CorrectionOf).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OfficialAccount>().WithMany().HasForeignKey(post => post.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(post => post.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(post => post.Review).WithMany().HasForeignKey("ReviewId").OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(post => post.Contributors, contributor =>
        {
            contributor.ToTable("post_contributors");
            contributor.WithOwner().HasForeignKey(row => row.PostId);
            contributor.HasKey(row => new { row.PostId, row.PersonId });
            contributor.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
        });

        builder.HasIndex(post => new { post.AgencyId, post.Id });
        builder.HasIndex(post => new { post.AccountId, post.Id });
        builder.HasIndex(post => new { post.Status, post.Id });
        builder.HasIndex(post => post.AgencyId).HasFilter("status = 'InReview' AND emergency IS NOT NULL").HasDatabaseName("ix_posts_emergency");
        builder.HasIndex(post => post.CalendarAt);
        builder.HasIndex(post => new { post.AgencyId, post.CalendarAt });
        builder.HasIndex(post => new { post.ReviewRole, post.ReviewDueAt }).HasFilter("status = 'InReview'");
        builder.HasIndex(post => post.ReviewEscalatedTo).HasFilter("status = 'InReview' AND review_escalated_to IS NOT NULL");
        builder.HasIndex(post => new { post.AccountId, post.CalendarAt }).HasFilter("channel = 'MassSend'");
        builder.HasIndex(post => post.NotAfter).HasFilter("(status = 'Approved' OR status = 'Scheduled') AND not_after IS NOT NULL");
        builder.HasIndex(post => post.SearchTerms).HasMethod("gin");
        builder.HasIndex(post => post.CorrectionOf).HasFilter("correction_of IS NOT NULL").HasDatabaseName("ix_posts_correction_of");
    }
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("revisions");
        builder.Property(revision => revision.Id).ValueGeneratedNever();
        builder.Property(revision => revision.ContentHash).HasMaxLength(64);
        builder.Ignore(revision => revision.Content);
        builder.Ignore(revision => revision.IsIntact);
        builder.HasOne<Post>().WithMany().HasForeignKey(revision => revision.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(revision => new { revision.PostId, revision.Number }).IsUnique();
    }
}

internal sealed class HistoryMapping : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("post_history");
        builder.Property(entry => entry.Action).HasMaxLength(40);
        builder.Property(entry => entry.Comment).HasMaxLength(Post.CommentLimit);
        builder.HasOne<Post>().WithMany().HasForeignKey(entry => entry.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(entry => new { entry.PostId, entry.Id });
        builder.HasIndex(entry => new { entry.AgencyId, entry.At });
        builder.HasIndex(entry => new { entry.ById, entry.At });
    }
}
