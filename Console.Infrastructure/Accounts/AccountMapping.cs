using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<OfficialAccount>
{
    public void Configure(EntityTypeBuilder<OfficialAccount> builder)
    {
        builder.ToTable("accounts");
        builder.Property(account => account.Name).HasMaxLength(OfficialAccount.NameLimit);
        builder.Property(account => account.AppId).HasMaxLength(18);
        builder.Property(account => account.OriginalId).HasMaxLength(40);
        builder.Property(account => account.StatusReason).HasMaxLength(OfficialAccount.ReasonLimit);
        builder.Property(account => account.Responsible).HasMaxLength(60);
        builder.Property(account => account.FilingNumber).HasMaxLength(60);
        builder.Property(account => account.SealedAppSecret).HasMaxLength(1000);
        builder.Property(account => account.SealedToken).HasMaxLength(1000);
        builder.Property(account => account.SealedEncodingAesKey).HasMaxLength(1000);
        builder.Property(account => account.QuotaReason).HasMaxLength(OfficialAccount.ReasonLimit);
        builder.Ignore(account => account.Quota);
        builder.Property(account => account.Checks).AsJson();
        builder.HasIndex(account => account.AppId).IsUnique().HasDatabaseName("ux_accounts_app_id");
        builder.HasIndex(account => new { account.AgencyId, account.Id });
        builder.HasOne<Agency>().WithMany().HasForeignKey(account => account.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReviewPlan>().WithMany().HasForeignKey(account => account.ReviewPlanId).OnDelete(DeleteBehavior.Restrict);
    }
}
