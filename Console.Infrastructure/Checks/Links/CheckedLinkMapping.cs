using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Checks.Links;

internal sealed class CheckedLinkMapping : IEntityTypeConfiguration<CheckedLink>
{
    public void Configure(EntityTypeBuilder<CheckedLink> builder)
    {
        builder.ToTable("checked_links");
        builder.HasKey(link => link.UrlHash);
        builder.Property(link => link.UrlHash).HasMaxLength(64);
        builder.Property(link => link.Url).HasMaxLength(CheckedLink.UrlLimit);
        builder.Property(link => link.Host).HasMaxLength(255);
        builder.Property(link => link.Reason).HasMaxLength(20);
        builder.HasIndex(link => link.NextAt);
        builder.HasIndex(link => new { link.Host, link.CheckedAt });
    }
}
