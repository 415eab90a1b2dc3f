using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Faults;
using GovAccountConsole.Simulator.State;
using GovAccountConsole.Simulator.Tokens;

namespace GovAccountConsole.Simulator.Gateway;

/// <summary>
/// The way of every call: faults, method, Content-Length, token, permission, quota, handler, answer, log. Errors are HTTP 200 with
/// errcode and errmsg ending in a rid.
/// </summary>
internal sealed class ApiGateway(PlatformState state, FaultBook faults, DailyQuota quota, JobClock clock, TimeProvider time)
{
    private const int PreconditionFailed = StatusCodes.Status412PreconditionFailed;

    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    public IReadOnlySet<string> Paths => _paths;

    /// <summary>Maps a call that carries an access token.</summary>
    public void Map(IEndpointRouteBuilder app, ApiRoute route)
    {
        _paths.Add(route.Path);
        quota.Register(route);
        app.Map(route.Path, context => RunAuthenticatedAsync(context, route));
    }

    /// <summary>Maps a call that carries AppId and AppSecret instead.</summary>
    public void MapOpen(IEndpointRouteBuilder app, string method, string path, Func<OpenCall, JsonObject> handler)
    {
        _paths.Add(path);
        app.Map(path, context => RunOpenAsync(context, method, path, handler));
    }

    /// <summary>Everything else under the API's prefixes is an unknown interface.</summary>
    public void MapUnknownCalls(IEndpointRouteBuilder app)
    {
        foreach (var prefix in (string[])["/cgi-bin", "/datacube", "/customservice"])
        {
            app.Map(prefix + "/{**rest}", RunUnknownAsync);
        }
    }

    private Task RunAuthenticatedAsync(HttpContext context, ApiRoute route) =>
        RunAsync(context, route.Path, OwnerOfToken(context), fault => AuthenticatedAsync(context, route, fault));

    private Task RunUnknownAsync(HttpContext context) => RunAsync(context, context.Request.Path, OwnerOfToken(context), _ =>
    {
        RequireToken(context);
        throw new Refusal(40066);
    });

    private async Task RunOpenAsync(HttpContext context, string method, string path, Func<OpenCall, JsonObject> handler)
    {
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        var call = new OpenCall(context.Request.Query, body, context.Connection.RemoteIpAddress, time.GetUtcNow());
        await RunAsync(context, path, call.ClaimedAppId(), _ =>
        {
            RequireMethod(context, method);
            return Task.FromResult<JsonObject?>(handler(call));
        });
    }

    private async Task RunAsync(HttpContext context, string path, string? appId, Func<Fault?, Task<JsonObject?>> process)
    {
        var (started, at) = (time.GetTimestamp(), time.GetUtcNow());
        var fault = faults.Take(appId, path);
        var errCode = (int?)null;
        try
        {
            if (fault?.DelayMs is { } delay)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(delay), time, context.RequestAborted);
            }
            if (fault?.Token is { } blow && state.Find(appId) is { } owner)
            {
                lock (owner.Gate)
                {
                    owner.Tokens.Strike(blow, time.GetUtcNow());
                }
            }
            if (fault is { Cut: FaultCut.Before })
            {
                context.Abort();
                return;
            }
            if (fault?.HttpStatus is { } status)
            {
                context.Response.StatusCode = status;
                return;
            }
            if (HttpMethods.IsPost(context.Request.Method) && context.Request.ContentLength is null)
            {
                context.Response.StatusCode = PreconditionFailed;
                return;
            }
            var reply = fault?.Errcode is { } code ? throw new Refusal(code) : await process(fault);
            if (fault is { Cut: FaultCut.After })
            {
                context.Abort();
                return;
            }
            if (reply is not null)
            {
                errCode = (int?)reply["errcode"];
                await WriteAsync(context, reply);
            }
        }
        catch (Refusal refusal)
        {
            errCode = refusal.Code;
            var reply = new JsonObject { ["errcode"] = refusal.Code, ["errmsg"] = $"{refusal.Message} rid: {Ids.Request(at)}" };
            foreach (var (name, value) in refusal.Extra ?? [])
            {
                reply[name] = value?.DeepClone();
            }
            await WriteAsync(context, reply);
        }
        catch (BadHttpRequestException problem)
        {
            context.Response.StatusCode = problem.StatusCode;
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            errCode = null;
        }
        finally
        {
            Log(appId, new CallRecord(context.Request.Method, path, at, context.Response.StatusCode, errCode, Elapsed(started), fault?.ToString()));
        }
    }

    private async Task<JsonObject?> AuthenticatedAsync(HttpContext context, ApiRoute route, Fault? fault)
    {
        RequireMethod(context, route.Method);
        var account = RequireToken(context);
        // A refusal before the body is read would be lost: the client is still sending.
        var file = (UploadedFile?)null;
        var body = (byte[])[];
        if (route.Multipart)
        {
            file = await RequestBody.ReadFileAsync(context.Request, context.RequestAborted);
        }
        else
        {
            body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        }
        JsonObject reply;
        lock (account.Gate)
        {
            var now = time.GetUtcNow();
            RequirePermission(account, route);
            quota.Spend(account, route, now);
            clock.Settle(account, now);
            reply = route.Handler(new ApiCall(account, context.Request.Query, body, file, now, fault));
        }
        state.Touch();
        if (route.BinaryMember is not null && (string?)reply[route.BinaryMember] is { } imageId && state.Images.TryGetValue(imageId, out var image) && fault?.Cut is null)
        {
            context.Response.ContentType = image.ContentType;
            await context.Response.Body.WriteAsync(image.Bytes, context.RequestAborted);
            return null;
        }
        return reply;
    }

    private static void RequireMethod(HttpContext context, string method)
    {
        if (!string.Equals(context.Request.Method, method, StringComparison.Ordinal))
        {
            throw new Refusal(HttpMethods.IsPost(method) ? 43002 : 43001);
        }
    }

    private static void RequirePermission(Account account, ApiRoute route)
    {
        var settings = account.Settings;
        if ((route.VerifiedOnly && !settings.Verified)
            || (route.ServiceOnly && settings.Kind != AccountKind.Service)
            || settings.DeniedPaths.Any(prefix => route.Path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            throw new Refusal(48001);
        }
    }

    private string? OwnerOfToken(HttpContext context) =>
        state.TokenOwners.TryGetValue(context.Request.Query["access_token"].ToString(), out var appId) ? appId : null;

    private Account RequireToken(HttpContext context)
    {
        var token = context.Request.Query["access_token"].ToString();
        if (token.Length == 0)
        {
            throw new Refusal(41001);
        }
        if (token.Length <= 32)
        {
            throw new Refusal(40014);
        }
        var account = state.Find(OwnerOfToken(context)) ?? throw new Refusal(40001);
        lock (account.Gate)
        {
            account.Tokens.Check(token, time.GetUtcNow());
        }
        return account;
    }

    private static async Task WriteAsync(HttpContext context, JsonObject reply)
    {
        var bytes = WireJson.Write(reply);
        context.Response.ContentType = "application/json; encoding=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private void Log(string? appId, CallRecord record)
    {
        if (state.Find(appId) is { } account)
        {
            lock (account.Gate)
            {
                account.Calls.Add(record);
            }
        }
    }

    private double Elapsed(long started) => Math.Round(time.GetElapsedTime(started).TotalMilliseconds, 1);
}
