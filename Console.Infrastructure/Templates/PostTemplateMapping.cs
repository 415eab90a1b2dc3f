using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Templates;

internal sealed class PostTemplateMapping : IEntityTypeConfiguration<PostTemplate>
{
    public void Configure(EntityTypeBuilder<PostTemplate> builder)
    {
        builder.ToTable("post_templates");
        builder.Property(template => template.Key).HasMaxLength(PostTemplate.KeyLimit);
        builder.Property(template => template.Name).HasMaxLength(PostTemplate.NameLimit);
        builder.Property(template => template.Purpose).HasMaxLength(PostTemplate.PurposeLimit);
        builder.Property(template => template.Versions).AsJson();
        builder.Ignore(template => template.Current);
        builder.HasIndex(template => template.Key).IsUnique();
        builder.HasIndex(template => template.AgencyId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(template => template.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
