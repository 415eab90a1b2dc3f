using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>The kept access token of an account, encrypted.</summary>
public sealed class AccountToken
{
    /// <summary>The account's AppID.</summary>
    public required string AppId { get; init; }

    /// <summary>The token, encrypted; null before the first one and after the account's credentials changed.</summary>
    public string? SealedToken { get; set; }

    /// <summary>Until when it is used, UTC.</summary>
    public DateTimeOffset UsableUntil { get; set; }

    /// <summary>When a new token was last forced, UTC.</summary>
    public DateTimeOffset? ForcedAt { get; set; }

    /// <summary>When the platform last refused to grant a token, UTC; null since the last success.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>Its errcode then.</summary>
    public int? FailedCode { get; set; }
}

internal sealed class AccountTokenMapping : IEntityTypeConfiguration<AccountToken>
{
    public void Configure(EntityTypeBuilder<AccountToken> builder)
    {
        builder.ToTable("account_tokens");
        builder.HasKey(row => row.AppId);
        builder.Property(row => row.AppId).HasMaxLength(18);
        builder.Property(row => row.SealedToken).HasMaxLength(4000);
    }
}
