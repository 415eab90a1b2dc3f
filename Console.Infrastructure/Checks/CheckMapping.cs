using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Checks;

internal sealed class CheckDismissalMapping : IEntityTypeConfiguration<CheckDismissal>
{
    public void Configure(EntityTypeBuilder<CheckDismissal> builder)
    {
        builder.ToTable("check_dismissals");
        builder.Property(row => row.Code).HasMaxLength(40);
        builder.Property(row => row.Print).HasMaxLength(24);
        builder.Property(row => row.Words).HasMaxLength(CheckDismissal.WordsLimit);
        builder.Property(row => row.Reason).HasMaxLength(CheckDismissal.ReasonLimit);
        builder.HasOne<Post>().WithMany().HasForeignKey(row => row.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.PostId, row.Print }).IsUnique().HasFilter("withdrawn_at IS NULL").HasDatabaseName("ux_check_dismissals_open");
    }
}

internal sealed class CheckRecordMapping : IEntityTypeConfiguration<CheckRecord>
{
    public void Configure(EntityTypeBuilder<CheckRecord> builder)
    {
        builder.ToTable("check_records");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ContentHash).HasMaxLength(64);
        builder.Property(row => row.Profile).HasMaxLength(40);
        builder.Property(row => row.Fine).AsJson();
        builder.Property(row => row.Lines).AsJson();
        builder.HasOne<Post>().WithMany().HasForeignKey(row => row.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.PostId, row.Revision });
        builder.HasIndex(row => new { row.AccountId, row.At });
    }
}
