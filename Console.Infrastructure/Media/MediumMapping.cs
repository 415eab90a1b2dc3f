using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Media;

internal sealed class MediumMapping : IEntityTypeConfiguration<Medium>
{
    public void Configure(EntityTypeBuilder<Medium> builder)
    {
        builder.ToTable("media");
        builder.Property(medium => medium.FileName).HasMaxLength(200);
        builder.Property(medium => medium.ContentType).HasMaxLength(40);
        builder.Property(medium => medium.Sha256).HasMaxLength(64);
        builder.HasOne<Agency>().WithMany().HasForeignKey(medium => medium.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(medium => medium.Content).WithOne().HasForeignKey<MediumContent>(content => content.MediumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(medium => new { medium.AgencyId, medium.Id });
    }
}

internal sealed class MediumContentMapping : IEntityTypeConfiguration<MediumContent>
{
    public void Configure(EntityTypeBuilder<MediumContent> builder)
    {
        builder.ToTable("media_contents");
        builder.HasKey(content => content.MediumId);
    }
}
