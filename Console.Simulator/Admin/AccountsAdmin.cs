using System.Text.Json;
using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Callbacks;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Admin;

/// <summary>Opens, changes and removes accounts of the simulated platform.</summary>
internal static class AccountsAdmin
{
    private const int AesKeyLength = 43;

    public static void Map(IEndpointRouteBuilder app)
    {
        var state = app.ServiceProvider.GetRequiredService<PlatformState>();
        var check = app.ServiceProvider.GetRequiredService<CallbackUrlCheck>();
        app.MapGet("/sim/accounts", () => AdminJson.Write(state.Accounts.Values.OrderBy(account => account.AppId, StringComparer.Ordinal).Select(Show)));
        app.MapPost("/sim/accounts", (Delegate)((HttpContext context) => CreateAsync(context, state)));
        app.MapGet("/sim/accounts/{appId}", (string appId) => state.Find(appId) is { } account ? AdminJson.Write(Show(account)) : Unknown(appId));
        app.MapPut("/sim/accounts/{appId}", (HttpContext context, string appId) => ChangeAsync(context, state, appId));
        app.MapDelete("/sim/accounts/{appId}", (string appId) =>
        {
            state.Accounts.TryRemove(appId, out _);
            state.Touch();
            return Results.NoContent();
        });
        app.MapPost("/sim/accounts/{appId}/verify-callback", async (HttpContext context, string appId) =>
        {
            if (state.Find(appId) is not { } account)
            {
                return Unknown(appId);
            }
            var (ok, detail) = await check.RunAsync(account.Settings, context.RequestAborted);
            return AdminJson.Write(new { ok, detail });
        });
    }

    public static IResult Unknown(string appId) => AdminJson.Problem(StatusCodes.Status404NotFound, $"There is no account {appId}.");

    private static async Task<IResult> CreateAsync(HttpContext context, PlatformState state)
    {
        var (settings, refusal) = await AdminJson.ReadAsync<AccountSettings>(context);
        if (settings is null)
        {
            return refusal!;
        }
        if (Fault(settings) is { } fault)
        {
            return AdminJson.Problem(StatusCodes.Status400BadRequest, fault);
        }
        var account = new Account { Settings = settings };
        if (!state.Accounts.TryAdd(settings.AppId, account))
        {
            return AdminJson.Problem(StatusCodes.Status409Conflict, $"There is an account {settings.AppId} already.");
        }
        state.Touch();
        return AdminJson.Write(Show(account), StatusCodes.Status201Created);
    }

    // Members that the body leaves out keep their value; an account that does not exist yet is opened.
    private static async Task<IResult> ChangeAsync(HttpContext context, PlatformState state, string appId)
    {
        var (changes, refusal) = await AdminJson.ReadAsync<JsonObject>(context);
        if (changes is null)
        {
            return refusal!;
        }
        var account = state.Find(appId);
        var merged = JsonSerializer.SerializeToNode(account?.Settings ?? new AccountSettings { AppId = appId }, AdminJson.Options)!.AsObject();
        foreach (var (name, value) in changes)
        {
            merged[name] = value?.DeepClone();
        }
        AccountSettings settings;
        try
        {
            settings = merged.Deserialize<AccountSettings>(AdminJson.Options)! with { AppId = appId };
        }
        catch (JsonException problem)
        {
            return AdminJson.Problem(StatusCodes.Status400BadRequest, problem.Message);
        }
        if (Fault(settings) is { } fault)
        {
            return AdminJson.Problem(StatusCodes.Status400BadRequest, fault);
        }
        account = state.Accounts.GetOrAdd(appId, _ => new Account { Settings = settings });
        lock (account.Gate)
        {
            account.Settings = settings;
        }
        state.Touch();
        return AdminJson.Write(Show(account));
    }

    private static string? Fault(AccountSettings settings)
    {
        if (settings.AppId.Length == 0 || settings.AppSecret.Length == 0 || settings.Name.Length == 0)
        {
            return "appId, appSecret and name are required.";
        }
        if (!settings.OriginalId.StartsWith("gh_", StringComparison.Ordinal))
        {
            return "originalId begins with gh_.";
        }
        if (settings.CallbackUrl is { Length: > 0 } && !(Uri.TryCreate(settings.CallbackUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            return "callbackUrl is an http or https address.";
        }
        return settings.EncodingAesKey is null or "" || (settings.EncodingAesKey.Length == AesKeyLength && settings.EncodingAesKey.All(char.IsAsciiLetterOrDigit))
            ? null
            : "encodingAesKey has 43 letters and digits.";
    }

    private static object Show(Account account)
    {
        var settings = account.Settings;
        return new
        {
            settings.AppId,
            settings.Name,
            settings.Intro,
            settings.OriginalId,
            settings.Kind,
            settings.Verified,
            settings.CallbackUrl,
            settings.CallbackMode,
            settings.IpAllowList,
            settings.Followers,
            settings.MassSendLimit,
            settings.MassSendProtection,
            settings.SecretFrozen,
            settings.CommentsAllowed,
            settings.DeniedPaths,
            settings.Tags,
            hasCallbackToken = !string.IsNullOrEmpty(settings.Token),
            hasEncodingAesKey = !string.IsNullOrEmpty(settings.EncodingAesKey),
        };
    }
}
