using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

/// <summary>
/// Makes the demo's accounts known to the bundled platform simulator, by the simulator's own admin interface: it may have been started with an
/// empty memory. What somebody changed there by hand (allow-list, protection) stays.
/// </summary>
public sealed class SimulatorSeeding(IDbContextFactory<ConsoleDb> factory, SecretSealer sealer)
{
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Registers the demo accounts and, where an account has no article yet, what it published before.</summary>
    /// <param name="platform">Where the simulator listens; the real platform is never called.</param>
    /// <param name="publicBase">Where the simulator reaches this console.</param>
    /// <param name="token">Gives up.</param>
    /// <returns>How many accounts the simulator knows now.</returns>
    /// <exception cref="HttpRequestException">Nothing answers there, or it is no simulator.</exception>
    public async Task<int> RunAsync(Uri platform, Uri publicBase, CancellationToken token)
    {
        if (!MayBeSimulator(platform))
        {
            return 0;
        }

        var appIds = DemoMatrixContent.Load().Directory.Accounts.ToDictionary(account => account.AppId, StringComparer.Ordinal);
        await using var db = await factory.CreateDbContextAsync(token);
        db.ScopeRoots = await Work.WholeMatrixAsync(db, token);
        var accounts = await db.Accounts.AsNoTracking().Where(account => appIds.Keys.Contains(account.AppId)).OrderBy(account => account.Id).ToListAsync(token);
        using var client = new HttpClient { BaseAddress = platform };
        var past = new SimulatorPast(db, client);
        foreach (var account in accounts)
        {
            var secrets = Open(account);
            await RegisterAsync(client, account, secrets, new Uri(publicBase, $"/weixin/callback/{account.AppId}"), token);
            if (await past.IsEmptyAsync(account, token))
            {
                await past.AddAsync(account, secrets.AppSecret!, token);
            }
        }

        await db.SaveChangesAsync(token);
        return accounts.Count;
    }

    /// <summary>Whether an address can be a simulator's: on this machine, and never the platform's own.</summary>
    public static bool MayBeSimulator(Uri platform) => platform is { IsAbsoluteUri: true, IsLoopback: true };

    private static async Task RegisterAsync(HttpClient client, OfficialAccount account, AccountSecrets secrets, Uri callback, CancellationToken token)
    {
        var address = new Uri($"/sim/accounts/{account.AppId}", UriKind.Relative);
        using var known = await client.GetAsync(address, token);
        var settings = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["appSecret"] = secrets.AppSecret,
            ["token"] = secrets.Token,
            ["encodingAesKey"] = secrets.EncodingAesKey,
            ["callbackUrl"] = callback.AbsoluteUri,
        };
        if (known.StatusCode == HttpStatusCode.NotFound)
        {
            settings["name"] = account.Name;
            settings["originalId"] = account.OriginalId;
            settings["kind"] = account.Kind;
            settings["verified"] = account.Verified;
            settings["followers"] = account.Followers ?? 0;
            // The account that is still being brought on board meets the mistake most people meet first: the server is not on its allow-list.
            settings["ipAllowList"] = account.Status == AccountStatus.Verifying ? Array.Empty<string>() : null;
        }

        using var answer = await client.PutAsJsonAsync(address, settings, Json, token);
        answer.EnsureSuccessStatusCode();
    }

    private AccountSecrets Open(OfficialAccount account) =>
        new(sealer.Open(account.SealedAppSecret!), sealer.Open(account.SealedToken!), sealer.Open(account.SealedEncodingAesKey!));
}
