using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Inbox;

internal sealed class ThreadMapping : IEntityTypeConfiguration<CitizenThread>
{
    public void Configure(EntityTypeBuilder<CitizenThread> builder)
    {
        builder.ToTable("threads");
        builder.Property(thread => thread.OpenId).HasMaxLength(64);
        builder.HasOne<OfficialAccount>().WithMany().HasForeignKey(thread => thread.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(thread => new { thread.AccountId, thread.OpenId }).IsUnique().HasDatabaseName("ux_threads_citizen");
        builder.HasIndex(thread => new { thread.AgencyId, thread.Id });
    }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<CitizenMessage>
{
    public void Configure(EntityTypeBuilder<CitizenMessage> builder)
    {
        builder.ToTable("messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Type).HasMaxLength(20);
        builder.Property(message => message.PlatformMsgId).HasMaxLength(64);
        builder.HasOne<CitizenThread>().WithMany().HasForeignKey(message => message.ThreadId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(message => new { message.ThreadId, message.Id });
        builder.HasIndex(message => new { message.AccountId, message.PlatformMsgId }).IsUnique().HasDatabaseName("ux_messages_msg_id");
    }
}
