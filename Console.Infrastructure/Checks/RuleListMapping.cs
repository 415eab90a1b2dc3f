using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Checks;

internal sealed class RuleListMapping : IEntityTypeConfiguration<RuleList>
{
    public void Configure(EntityTypeBuilder<RuleList> builder)
    {
        builder.ToTable("rule_lists");
        builder.Property(list => list.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(list => list.Kind).IsUnique().HasDatabaseName("ux_rule_lists_kind");
    }
}

internal sealed class RuleListVersionMapping : IEntityTypeConfiguration<RuleListVersion>
{
    public void Configure(EntityTypeBuilder<RuleListVersion> builder)
    {
        builder.ToTable("rule_list_versions");
        builder.HasKey(version => new { version.Kind, version.Number });
        builder.Property(version => version.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Note).HasMaxLength(RuleList.NoteLimit);
    }
}

internal sealed class WordEntryMapping : IEntityTypeConfiguration<WordEntry>
{
    public void Configure(EntityTypeBuilder<WordEntry> builder)
    {
        builder.ToTable("rule_words");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(entry => entry.Level).HasConversion<string>().HasMaxLength(20);
        builder.Property(entry => entry.Wrong).HasMaxLength(WordEntry.WrongLimit);
        builder.Property(entry => entry.Right).HasMaxLength(WordEntry.TextLimit);
        builder.Property(entry => entry.Reason).HasMaxLength(WordEntry.TextLimit);
        builder.Property(entry => entry.Source).HasMaxLength(WordEntry.TextLimit);
        builder.Property(entry => entry.From).HasColumnName("effective_from");
        builder.Property(entry => entry.Until).HasColumnName("effective_until");
        builder.HasIndex(entry => new { entry.Kind, entry.Wrong }).IsUnique().HasFilter("ended_version IS NULL").HasDatabaseName("ux_rule_words_wrong");
    }
}

internal sealed class OfficeEntryMapping : IEntityTypeConfiguration<OfficeEntry>
{
    public void Configure(EntityTypeBuilder<OfficeEntry> builder)
    {
        builder.ToTable("rule_offices");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Name).HasMaxLength(OfficeEntry.NameLimit);
        builder.Property(entry => entry.Title).HasMaxLength(OfficeEntry.TextLimit);
        builder.Property(entry => entry.Agency).HasMaxLength(OfficeEntry.TextLimit);
        builder.Property(entry => entry.Source).HasMaxLength(OfficeEntry.TextLimit);
        builder.Property(entry => entry.From).HasColumnName("effective_from");
        builder.Property(entry => entry.Until).HasColumnName("effective_until");
        builder.HasIndex(entry => new { entry.Name, entry.Title }).IsUnique().HasFilter("ended_version IS NULL").HasDatabaseName("ux_rule_offices_name");
    }
}

internal sealed class SiteEntryMapping : IEntityTypeConfiguration<SiteEntry>
{
    public void Configure(EntityTypeBuilder<SiteEntry> builder)
    {
        builder.ToTable("rule_sites");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(entry => entry.Address).HasMaxLength(SiteEntry.AddressLimit);
        builder.Property(entry => entry.Name).HasMaxLength(SiteEntry.TextLimit);
        builder.Property(entry => entry.Source).HasMaxLength(SiteEntry.TextLimit);
        builder.Property(entry => entry.From).HasColumnName("effective_from");
        builder.Property(entry => entry.Until).HasColumnName("effective_until");
        builder.HasIndex(entry => new { entry.Kind, entry.Address }).IsUnique().HasFilter("ended_version IS NULL").HasDatabaseName("ux_rule_sites_address");
    }
}

internal sealed class RuleProfileMapping : IEntityTypeConfiguration<RuleProfile>
{
    public void Configure(EntityTypeBuilder<RuleProfile> builder)
    {
        builder.ToTable("rule_profiles");
        builder.Property(profile => profile.Code).HasMaxLength(40);
        builder.Property(profile => profile.Levels).AsJson();
        builder.Property(profile => profile.Limits).AsJson();
        builder.Property(profile => profile.Sectors).AsJson();
        builder.HasIndex(profile => profile.Code).IsUnique();
    }
}
