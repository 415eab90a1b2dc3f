using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Planning;

internal sealed class OutsideSendMapping : IEntityTypeConfiguration<OutsideSend>
{
    public void Configure(EntityTypeBuilder<OutsideSend> builder)
    {
        builder.ToTable("outside_sends");
        builder.Property(send => send.Id).ValueGeneratedNever();
        builder.Property(send => send.MsgId).HasMaxLength(64);
        builder.HasIndex(send => new { send.AccountId, send.MsgId }).IsUnique().HasDatabaseName("ux_outside_sends_once");
        builder.HasIndex(send => new { send.AccountId, send.At });
        builder.HasIndex(send => send.At);
        builder.HasOne<OfficialAccount>().WithMany().HasForeignKey(send => send.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
