using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Reviews.Absences;
using GovAccountConsole.Infrastructure.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Reviews.Absences;

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences");
        builder.Property(absence => absence.From).HasColumnName("first_day");
        builder.Property(absence => absence.Until).HasColumnName("last_day");
        builder.Property(absence => absence.Reason).HasMaxLength(Absence.ReasonLimit);
        builder.HasOne<Person>().WithMany().HasForeignKey(absence => absence.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(absence => absence.SubstituteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(absence => absence.NotedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(absence => absence.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(absence => new { absence.SubstituteId, absence.Until }).HasFilter("revoked_at IS NULL");
        builder.HasIndex(absence => new { absence.PersonId, absence.Until });
    }
}
