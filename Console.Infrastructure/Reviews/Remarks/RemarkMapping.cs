using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Reviews.Remarks;

internal sealed class RemarkMapping : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> builder)
    {
        builder.ToTable("remarks");
        builder.Property(remark => remark.Passage).AsJson();
        builder.Property(remark => remark.Text).HasMaxLength(Remark.TextLimit);
        builder.Property(remark => remark.State).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Post>().WithMany().HasForeignKey(remark => remark.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(remark => remark.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(remark => new { remark.PostId, remark.Number }).IsUnique().HasDatabaseName("ux_remarks_number");
        builder.HasIndex(remark => new { remark.AgencyId, remark.PostId });
        builder.OwnsMany(remark => remark.Notes, note =>
        {
            note.ToTable("remark_notes");
            note.WithOwner().HasForeignKey("RemarkId");
            note.HasKey("RemarkId", nameof(RemarkNote.Number));
            note.Property(row => row.Number).ValueGeneratedNever();
            note.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
            note.Property(row => row.Text).HasMaxLength(Remark.TextLimit);
            note.HasOne<Person>().WithMany().HasForeignKey(row => row.ById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
