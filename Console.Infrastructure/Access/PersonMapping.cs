using GovAccountConsole.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Access;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(person => person.Name).HasMaxLength(Person.NameLimit);
        builder.Ignore(person => person.IsDisabled);
        builder.Property(person => person.Language).HasMaxLength(10);
        builder.Property(person => person.Theme).HasMaxLength(10);
        builder.HasOne<Agency>().WithMany().HasForeignKey(person => person.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoleGrantMapping : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("role_grants");
        builder.HasKey(grant => new { grant.PersonId, grant.Role, grant.AgencyId });
        builder.HasOne<Person>().WithMany().HasForeignKey(grant => grant.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(grant => grant.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
