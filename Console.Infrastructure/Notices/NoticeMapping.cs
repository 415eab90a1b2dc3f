using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Notices;

internal sealed class NoticeCauseMapping : IEntityTypeConfiguration<NoticeCause>
{
    public const int KeyLimit = 120;

    public void Configure(EntityTypeBuilder<NoticeCause> builder)
    {
        builder.ToTable("notice_causes");
        builder.Property(cause => cause.Key).HasMaxLength(KeyLimit);
        builder.Property(cause => cause.SubjectType).HasMaxLength(20);
        builder.Property(cause => cause.Detail).HasMaxLength(NoticeCause.DetailLimit);
        builder.Property<uint>("Version").IsRowVersion();
        builder.HasIndex(cause => cause.Key).IsUnique().HasDatabaseName("ux_notice_causes_key");
        builder.HasIndex(cause => cause.Id).HasFilter("done_at IS NULL").HasDatabaseName("ix_notice_causes_open");
        builder.HasIndex(cause => cause.DoneAt).HasFilter("done_at IS NOT NULL");
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.CauseKey).HasMaxLength(NoticeCauseMapping.KeyLimit);
        builder.Property(notice => notice.SubjectType).HasMaxLength(20);
        builder.Property(notice => notice.Args).AsJson();
        builder.HasOne<Person>().WithMany().HasForeignKey(notice => notice.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<NoticeMail>().WithMany().HasForeignKey(notice => notice.MailId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(notice => new { notice.PersonId, notice.CauseKey }).IsUnique().HasDatabaseName("ux_notices_cause");
        builder.HasIndex(notice => new { notice.PersonId, notice.At, notice.Id });
        builder.HasIndex(notice => notice.PersonId).HasFilter("read_at IS NULL").HasDatabaseName("ix_notices_unread");
        builder.HasIndex(notice => notice.ReadAt).HasFilter("read_at IS NOT NULL");
        builder.HasIndex(notice => notice.MailId).HasFilter("mail_id IS NOT NULL");
    }
}

internal sealed class NoticeSettingsMapping : IEntityTypeConfiguration<NoticeSettings>
{
    public void Configure(EntityTypeBuilder<NoticeSettings> builder)
    {
        builder.ToTable("notice_settings");
        builder.Property(settings => settings.Choices).AsJson();
        builder.Property(settings => settings.Quiet).AsJson();
        builder.HasOne<Person>().WithMany().HasForeignKey(settings => settings.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoticeMailMapping : IEntityTypeConfiguration<NoticeMail>
{
    public void Configure(EntityTypeBuilder<NoticeMail> builder)
    {
        builder.ToTable("notice_mails");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Note).HasMaxLength(NoticeMail.NoteLimit);
        builder.Property<uint>("Version").IsRowVersion();
        builder.HasOne<Person>().WithMany().HasForeignKey(mail => mail.PersonId).OnDelete(DeleteBehavior.Restrict);

        // Whatever is due together for a person goes in one mail, as long as nobody has begun to send it.
        builder.HasIndex(mail => new { mail.PersonId, mail.DueAt }).IsUnique().HasFilter("attempts = 0 AND status = 'Waiting'").HasDatabaseName("ux_notice_mails_together");
        builder.HasIndex(mail => mail.NextAttemptAt).HasFilter("next_attempt_at IS NOT NULL AND lease_until IS NULL").HasDatabaseName("ix_notice_mails_due");
        builder.HasIndex(mail => mail.LeaseUntil).HasFilter("lease_until IS NOT NULL").HasDatabaseName("ix_notice_mails_leased");
        builder.HasIndex(mail => mail.EndedAt).HasFilter("ended_at IS NOT NULL");
    }
}
