using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>A picture that an account has on the platform already; the same bytes are uploaded once for each purpose.</summary>
public sealed class PlatformUpload
{
    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the bytes that were sent, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What for.</summary>
    public required UploadPurpose Purpose { get; init; }

    /// <summary>The platform's address or media_id.</summary>
    public required string Reference { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class PlatformUploadMapping : IEntityTypeConfiguration<PlatformUpload>
{
    public void Configure(EntityTypeBuilder<PlatformUpload> builder)
    {
        builder.ToTable("platform_uploads");
        builder.HasKey(upload => new { upload.AccountId, upload.Sha256, upload.Purpose });
        builder.Property(upload => upload.Sha256).HasMaxLength(64);
        builder.Property(upload => upload.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(upload => upload.Reference).HasMaxLength(1000);
        builder.HasOne<OfficialAccount>().WithMany().HasForeignKey(upload => upload.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
