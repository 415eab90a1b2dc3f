using GovAccountConsole.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Jobs.Callbacks;

/// <summary>That a callback was taken in: the platform delivers again what it thinks was not heard.</summary>
public sealed class CallbackReceipt
{
    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What makes two deliveries the same, hashed to hex.</summary>
    public required string Key { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class CallbackReceiptMapping : IEntityTypeConfiguration<CallbackReceipt>
{
    public void Configure(EntityTypeBuilder<CallbackReceipt> builder)
    {
        builder.ToTable("callback_receipts");
        builder.HasKey(receipt => new { receipt.AccountId, receipt.Key });
        builder.Property(receipt => receipt.Key).HasMaxLength(64);
        builder.HasIndex(receipt => receipt.At);
        builder.HasOne<OfficialAccount>().WithMany().HasForeignKey(receipt => receipt.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
