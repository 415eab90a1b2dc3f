using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>An account as the platform's side of the console needs it: with its secrets in clear, for the moment of use.</summary>
/// <param name="Id">The account.</param>
/// <param name="AgencyId">Its owner.</param>
/// <param name="AppId">AppID.</param>
/// <param name="Status">Where in its life it stands.</param>
/// <param name="AppSecret">AppSecret, or null.</param>
/// <param name="CallbackToken">Callback token, or null.</param>
/// <param name="EncodingAesKey">EncodingAESKey, or null.</param>
public sealed record PlatformAccount(Guid Id, Guid AgencyId, string AppId, AccountStatus Status, string? AppSecret, string? CallbackToken, string? EncodingAesKey)
{
    /// <summary>Without the secrets: they must not reach a log.</summary>
    public override string ToString() => AppId;
}

/// <summary>Finds accounts by AppID in the whole matrix: the platform does not know our scopes.</summary>
public sealed class PlatformAccounts(IDbContextFactory<ConsoleDb> factory, SecretSealer sealer)
{
    /// <summary>The account, or null.</summary>
    public async Task<PlatformAccount?> FindAsync(string appId, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var row = await db.Accounts.IgnoreQueryFilters().Where(account => account.AppId == appId)
            .Select(account => new { account.Id, account.AgencyId, account.Status, account.SealedAppSecret, account.SealedToken, account.SealedEncodingAesKey })
            .SingleOrDefaultAsync(token);
        return row is null
            ? null
            : new(row.Id, row.AgencyId, appId, row.Status, Open(row.SealedAppSecret), Open(row.SealedToken), Open(row.SealedEncodingAesKey));
    }

    private string? Open(string? text) => string.IsNullOrEmpty(text) ? null : sealer.Open(text);
}
