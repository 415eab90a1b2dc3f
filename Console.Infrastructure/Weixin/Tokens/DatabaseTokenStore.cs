using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Keeps tokens in PostgreSQL for all nodes, encrypted like the AppSecrets.</summary>
internal sealed class DatabaseTokenStore(IDbContextFactory<ConsoleDb> factory, PlatformAccounts accounts, SecretSealer sealer, TimeProvider time) : TokenStore
{
    public override async Task<string?> ReadSecretAsync(string appId, CancellationToken token) =>
        (await accounts.FindAsync(appId, token))?.AppSecret;

    public override async Task<AccessToken?> ReadAsync(string appId, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var row = await db.Set<AccountToken>().AsNoTracking().SingleOrDefaultAsync(kept => kept.AppId == appId, token);
        return row?.SealedToken is { } text ? new(sealer.Open(text), row.UsableUntil) : null;
    }

    public override async Task<IAsyncDisposable> LockAsync(string appId, CancellationToken token)
    {
        var db = await factory.CreateDbContextAsync(token);
        try
        {
            // The lock ends with the transaction, which is rolled back when the context is disposed: it holds nothing else.
            await db.Database.BeginTransactionAsync(token);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({appId}, 9))", token);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public override async Task WriteAsync(string appId, AccessToken kept, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var text = sealer.Seal(kept.Token);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO account_tokens (app_id, sealed_token, usable_until) VALUES ({appId}, {text}, {kept.UsableUntil})
            ON CONFLICT (app_id) DO UPDATE SET sealed_token = excluded.sealed_token, usable_until = excluded.usable_until, failed_at = NULL, failed_code = NULL
            """, token);
    }

    public override Task MarkFailedAsync(string appId, int errorCode, CancellationToken token) => ChangeAsync(
        appId,
        row =>
        {
            row.FailedAt = time.GetUtcNow();
            row.FailedCode = errorCode;
        },
        token);

    public override async Task<bool> TryTakeForceAsync(string appId, DateTimeOffset notSince, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var now = time.GetUtcNow();
        return await db.Set<AccountToken>()
            .Where(row => row.AppId == appId && (row.ForcedAt == null || row.ForcedAt < notSince))
            .ExecuteUpdateAsync(row => row.SetProperty(kept => kept.ForcedAt, now), token) == 1;
    }

    public override Task ForgetAsync(string appId, CancellationToken token) => ChangeAsync(appId, row => row.SealedToken = null, token);

    private async Task ChangeAsync(string appId, Action<AccountToken> change, CancellationToken token)
    {
        // Two nodes may store the first row of an account at once; the second try finds it.
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await factory.CreateDbContextAsync(token);
            var row = await db.Set<AccountToken>().SingleOrDefaultAsync(kept => kept.AppId == appId, token);
            if (row is null) db.Add(row = new() { AppId = appId });
            change(row);
            try
            {
                await db.SaveChangesAsync(token);
                return;
            }
            catch (DbUpdateException) when (attempt < 3)
            {
            }
        }
    }
}
