using GovAccountConsole.Domain.Accounts;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>What a person fills in about an account. Lives for one call; the secrets in it are never stored in this form.</summary>
public sealed record AccountInput(Guid AgencyId, AccountDetails Details, AccountSecrets Secrets)
{
    /// <summary>The secrets as they may be stored.</summary>
    internal SealedSecrets Seal(SecretSealer sealer) =>
        new(sealer.Seal(Secrets.AppSecret), sealer.Seal(Secrets.Token), sealer.Seal(Secrets.EncodingAesKey));

    /// <summary>Without the secrets: a log or a message never shows them.</summary>
    public override string ToString() => $"{Details.Name} ({Details.AppId})";
}
