using GovAccountConsole.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Agencies;

internal sealed class SectorMapping : IEntityTypeConfiguration<Sector>
{
    public void Configure(EntityTypeBuilder<Sector> builder)
    {
        builder.ToTable("sectors");
        builder.HasKey(sector => sector.Code);
        builder.Property(sector => sector.Code).HasMaxLength(40);
        builder.Property(sector => sector.Name).HasMaxLength(40);
        builder.Property(sector => sector.Letter).HasMaxLength(4);
        builder.Property(sector => sector.Color).HasMaxLength(7);
        builder.Property(sector => sector.Order).HasColumnName("position");
    }
}

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("agencies");
        builder.Property(agency => agency.Name).HasMaxLength(Agency.NameLimit);
        builder.Property(agency => agency.RegionCode).HasMaxLength(12);
        builder.Property(agency => agency.Path).HasMaxLength(600);
        builder.Property(agency => agency.Order).HasColumnName("position");
        builder.HasIndex(agency => agency.Path).IsUnique();
        builder.HasIndex(agency => agency.ParentId);
        builder.HasOne<Sector>().WithMany().HasForeignKey(agency => agency.SectorCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(agency => agency.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgencyLineageMapping : IEntityTypeConfiguration<AgencyLineage>
{
    public void Configure(EntityTypeBuilder<AgencyLineage> builder)
    {
        builder.ToTable("agency_lineage");
        builder.HasKey(line => new { line.AgencyId, line.AncestorId });
        builder.HasIndex(line => new { line.AncestorId, line.AgencyId });
    }
}
