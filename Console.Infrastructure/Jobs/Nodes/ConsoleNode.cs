using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Jobs.Nodes;

/// <summary>What one lane of one node last said of itself.</summary>
/// <param name="Name">The lane, e.g. <c>publishing</c>.</param>
/// <param name="BeatAt">When it last looked for work, UTC; null before the first look.</param>
/// <param name="Items">Items worked on since the node started.</param>
/// <param name="Errors">Of them, and of looks for work, broken.</param>
/// <param name="Running">Worked on at this moment.</param>
/// <param name="AverageMs">Mean duration of an item, milliseconds.</param>
/// <param name="ErrorAt">When something last broke, UTC.</param>
public sealed record LaneBeat(string Name, DateTimeOffset? BeatAt, long Items, long Errors, int Running, double AverageMs, DateTimeOffset? ErrorAt);

/// <summary>One running copy of the console: a row that it renews every few seconds.</summary>
public sealed class ConsoleNode
{
    /// <summary>The process.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the machine.</summary>
    public required string Name { get; init; }

    /// <summary>The installation it belongs to.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>Version of the console.</summary>
    public required string Version { get; init; }

    /// <summary>When it started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it last said that it lives, UTC.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>Its lanes.</summary>
    public IReadOnlyList<LaneBeat> Lanes { get; set; } = [];
}

internal sealed class ConsoleNodeMapping : IEntityTypeConfiguration<ConsoleNode>
{
    public void Configure(EntityTypeBuilder<ConsoleNode> builder)
    {
        builder.ToTable("nodes");
        builder.HasKey(node => node.Id);
        builder.Property(node => node.Id).ValueGeneratedNever();
        builder.Property(node => node.Name).HasMaxLength(200);
        builder.Property(node => node.EnvironmentId).HasMaxLength(200);
        builder.Property(node => node.Version).HasMaxLength(50);
        builder.Property(node => node.Lanes).AsJson();
        builder.HasIndex(node => node.SeenAt);
    }
}
