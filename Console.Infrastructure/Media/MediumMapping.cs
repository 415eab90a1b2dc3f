using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
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
        builder.Property(medium => medium.Alt).HasMaxLength(Medium.AltLimit).HasDefaultValue(string.Empty);
        builder.Property(medium => medium.RightsSource).HasMaxLength(Medium.RightsLimit).HasDefaultValue(string.Empty);
        builder.Property(medium => medium.RightsNote).HasMaxLength(Medium.RightsLimit).HasDefaultValue(string.Empty);
        builder.Property(medium => medium.Consent).HasConversion<string>().HasMaxLength(20).HasDefaultValue(PictureConsent.Unknown);
        builder.HasOne<Agency>().WithMany().HasForeignKey(medium => medium.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(medium => medium.Content).WithOne().HasForeignKey<MediumContent>(content => content.MediumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(medium => new { medium.AgencyId, medium.Id });
        builder.HasIndex(medium => new { medium.AgencyId, medium.Sha256 });
        builder.HasIndex(medium => medium.AgencyId).HasFilter("shared").HasDatabaseName("ix_media_shared");
        builder.HasIndex(medium => medium.ExpiresOn).HasFilter("expires_on IS NOT NULL");
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

internal sealed class MediumFormMapping : IEntityTypeConfiguration<MediumForm>
{
    public void Configure(EntityTypeBuilder<MediumForm> builder)
    {
        builder.ToTable("media_forms");
        builder.HasKey(form => new { form.MediumId, form.Purpose });
        builder.Property(form => form.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(form => form.Sha256).HasMaxLength(64);
        builder.Property(form => form.ContentType).HasMaxLength(40);
        builder.HasOne<Medium>().WithMany().HasForeignKey(form => form.MediumId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MediumUseMapping : IEntityTypeConfiguration<MediumUse>
{
    public void Configure(EntityTypeBuilder<MediumUse> builder)
    {
        builder.ToTable("media_uses");
        builder.HasKey(use => new { use.RevisionId, use.MediumId });
        builder.HasIndex(use => use.MediumId);
        builder.HasOne<Revision>().WithMany().HasForeignKey(use => use.RevisionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Medium>().WithMany().HasForeignKey(use => use.MediumId).OnDelete(DeleteBehavior.Restrict);
    }
}
