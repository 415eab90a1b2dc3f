using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Posts;

internal sealed class PostVisitMapping : IEntityTypeConfiguration<PostVisit>
{
    public void Configure(EntityTypeBuilder<PostVisit> builder)
    {
        builder.ToTable("post_visits");
        builder.Property(visit => visit.Id).ValueGeneratedNever();
        builder.HasOne<Post>().WithMany().HasForeignKey(visit => visit.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(visit => visit.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(visit => visit.PostId);
    }
}
