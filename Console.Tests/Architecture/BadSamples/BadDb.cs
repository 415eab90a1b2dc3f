using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Architecture.BadSamples;

/// <summary>Breaks rule 5: an entity without a scope filter.</summary>
public sealed class BadDb : DbContext
{
    public DbSet<BadEntity> Entities => Set<BadEntity>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql("Host=/nowhere");
}

public sealed class BadEntity
{
    public Guid Id { get; init; }
}
