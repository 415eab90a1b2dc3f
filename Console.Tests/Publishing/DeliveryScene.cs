using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs.Callbacks;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Simulator;
using GovAccountConsole.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>
/// One agency with one active account, a database of its own and a simulated platform, all under one clock. Nothing runs by itself: a test
/// takes up deliveries with <see cref="WorkAsync"/> and moves time with <see cref="PassAsync"/>.
/// </summary>
public sealed class DeliveryScene : IAsyncDisposable
{
    public const string AppId = "wx0123456789abcdef";
    public const string Secret = "0123456789abcdef0123456789abcdef";
    public const string CallbackToken = "GovConsoleToken2026";
    public const string AesKey = "Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1Qq0Pp9Oo8Nn7Mm6G";

    public static readonly Actor Responder = Some.Person("客服", Role.Responder, Some.Police);

    private readonly PostgresFixture _postgres;
    private readonly string _connection;
    private readonly ServiceProvider _services;
    private readonly WebApplication _platform;
    private readonly HttpClient _http;

    private DeliveryScene(PostgresFixture postgres, string connection, ServiceProvider services, WebApplication platform, FakeTimeProvider time)
    {
        (_postgres, _connection, _services, _platform, Time) = (postgres, connection, services, platform, time);
        _http = new() { BaseAddress = SimulatorHost.AddressOf(platform) };
    }

    public FakeTimeProvider Time { get; }

    /// <summary>What goes between the console and the platform; a test may break it.</summary>
    public Wire Wire { get; private init; } = null!;

    public OfficialAccount Account { get; private set; } = null!;

    public IServiceProvider Services => _services;

    public DateTimeOffset Now => Time.GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DeliveryScene> StartAsync(PostgresFixture postgres, bool events = true, object? account = null, string? environment = null)
    {
        var connection = await postgres.CreateDatabaseAsync();
        var time = new FakeTimeProvider(Some.Now);
        var callbacks = new SceneCallbacks();
        var platform = SimulatorHost.Build(new SimulatorOptions { Urls = "http://127.0.0.1:0", Time = time, CallbackHandler = callbacks });
        await platform.StartAsync(Stop);
        var wire = new Wire();
        var scene = new DeliveryScene(postgres, connection, Node(connection, platform, time, environment, wire), platform, time) { Wire = wire };
        callbacks.Receiver = scene.Get<CallbackReceiver>();
        await scene.FoundAsync();
        await scene.OpenOnPlatformAsync(events, account);
        return scene;
    }

    /// <summary>Another copy of the console on the same database, platform and clock.</summary>
    public ServiceProvider AnotherNode(string? environment = null) => Node(_connection, _platform, Time, environment);

    /// <summary>A console on a copy of the database as it stands; whoever asks drops the copy.</summary>
    public async Task<(string Connection, ServiceProvider Services)> CopyAsync(string environment)
    {
        var copy = await _postgres.CopyAsync(_connection);
        return (copy, Node(copy, _platform, Time, environment));
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<ConsoleDb> OpenAsync()
    {
        var db = await Get<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(Stop);
        db.ScopeRoots = [Some.Department];
        return db;
    }

    /// <summary>A post through all reviews, with its delivery planned.</summary>
    public async Task<Guid> PlanAsync(TimeSpan? dueIn = null, Channel channel = Channel.Publish, string title = "今晚大雾，绕城高速北段可能临时管制", byte[]? picture = null, byte[]? cover = null,
        TimeWindow? window = null, string? link = null)
    {
        await using var db = await OpenAsync();
        var account = await db.Accounts.SingleAsync(Stop);
        var coverMedium = Picture(cover ?? Jpeg(470, 200, 1));
        db.Media.Add(coverMedium);
        var prints = new List<MediaPrint> { new(coverMedium.Id, coverMedium.Sha256) };
        var html = "<p>去机场：走滨江大道。𠮷😀</p>";
        if (picture is not null)
        {
            var medium = Picture(picture);
            db.Media.Add(medium);
            prints.Add(new(medium.Id, medium.Sha256));
            html += $"<p><img src=\"/api/v1/media/{medium.Id}\" alt=\"路口\"></p>";
        }

        var article = new Article(title, "临江交警", "22:00 起可能封闭", html, link, coverMedium.Id, true, false);
        var (post, revision) = Post.Create(account, new PostContent(account.Id, channel, [article], prints) { Window = window }, null, Some.Editor.PersonId, Now).Value;
        Assert.True(post.Submit(account, revision, ReviewPlan.Default, Some.Editor.PersonId, Now).Succeeded);
        foreach (var reviewer in new[] { Some.Reviewer, Some.FinalReviewer, Some.Supervisor })
            Assert.True(post.Decide(reviewer, Some.PoliceLineage, 1, DecisionKind.Approve, null, Now).Succeeded);
        Assert.True(post.Schedule(account, Now + (dueIn ?? TimeSpan.FromSeconds(1)), [], Some.Editor.PersonId, Now).Succeeded);
        db.AddRange(post, revision, new Publication(post, post.PublishAt!.Value, Now));
        await db.SaveChangesAsync(Stop);
        return post.Id;
    }

    /// <summary>Takes up everything that is due and works on it to its end.</summary>
    public async Task<int> WorkAsync()
    {
        var claimed = await ClaimAsync();
        foreach (var claim in claimed) await RunAsync(claim);
        return claimed.Count;
    }

    public Task<IReadOnlyList<ClaimedPublication>> ClaimAsync() => Get<PublicationClaims>().TakeAsync(20, Stop);

    public Task RunAsync(ClaimedPublication claim) => PumpAsync(Get<PublicationRunner>().RunAsync(claim, Stop));

    /// <summary>Lets the clock run while the task waits for it.</summary>
    public async Task PumpAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, Stop));
            if (!task.IsCompleted) Time.Advance(TimeSpan.FromMilliseconds(200));
        }

        await task;
    }

    /// <summary>Moves time on in small steps, working on whatever comes due.</summary>
    public async Task PassAsync(TimeSpan span, TimeSpan? step = null)
    {
        for (var end = Now + span; Now < end;)
        {
            Time.Advance(step ?? TimeSpan.FromSeconds(1));
            await DeliveredAsync();
            await WorkAsync();
        }
    }

    // What the platform pushes takes real time; the clock must not run ahead of it.
    private async Task DeliveredAsync()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        await Until.TrueAsync(
            async () => JsonNode.Parse(await _http.GetStringAsync($"/sim/accounts/{AppId}/events", Stop))!.AsArray()
                .All(push => (bool)push!["isDelivered"]! || (string?)push["skipped"] is not null),
            Stop);
    }

    /// <summary>Works until the post stands there, moving time on.</summary>
    public async Task<Post> UntilAsync(Guid postId, PostStatus status, TimeSpan? within = null)
    {
        var post = await PostAsync(postId);
        for (var end = Now + (within ?? TimeSpan.FromMinutes(3)); Now < end && post.Status != status; post = await PostAsync(postId))
            await PassAsync(TimeSpan.FromSeconds(1));
        Assert.True(post.Status == status, $"{post.Status} {post.Trouble} instead of {status}: {await StepsAsync(postId)}");
        return post;
    }

    public async Task<Post> PostAsync(Guid postId)
    {
        await using var db = await OpenAsync();
        return await db.Posts.AsNoTracking().SingleAsync(post => post.Id == postId, Stop);
    }

    public async Task<Publication> PublicationAsync(Guid postId)
    {
        await using var db = await OpenAsync();
        return await db.Publications.AsNoTracking().SingleAsync(publication => publication.PostId == postId, Stop);
    }

    public async Task<string> StepsAsync(Guid postId) =>
        string.Join(' ', (await PublicationAsync(postId)).Steps.OrderBy(step => step.Number).Select(step => $"{step.Name}:{step.State}"));

    public async Task<string> StepsByIdAsync(Guid publicationId)
    {
        await using var db = await OpenAsync();
        var publication = await db.Publications.AsNoTracking().SingleAsync(row => row.Id == publicationId, Stop);
        return string.Join(' ', publication.Steps.OrderBy(step => step.Number).Select(step => $"{step.Name}:{step.State}"));
    }

    public async Task<Channel> ChannelAsync(Guid publicationId)
    {
        await using var db = await OpenAsync();
        return await db.Publications.Where(row => row.Id == publicationId).Select(row => row.Channel).SingleAsync(Stop);
    }

    public async Task ChangeAsync(Action<OfficialAccount, MatrixState> change)
    {
        await using var db = await OpenAsync();
        change(await db.Accounts.SingleAsync(Stop), await db.Matrix.SingleAsync(Stop));
        await db.SaveChangesAsync(Stop);
    }

    public async Task FaultAsync(object fault) => (await _http.PostAsync("/sim/faults", Json(fault), Stop)).EnsureSuccessStatusCode();

    public async Task ClearFaultsAsync() => (await _http.DeleteAsync("/sim/faults", Stop)).EnsureSuccessStatusCode();

    public async Task SetAsync(object differences) => (await _http.PutAsync($"/sim/accounts/{AppId}", Json(differences), Stop)).EnsureSuccessStatusCode();

    /// <summary>Presses a button of the platform's own pages.</summary>
    public async Task PressAsync(string path) => (await _http.PostAsync(path, null, Stop)).EnsureSuccessStatusCode();

    public async Task<JsonNode> PlatformPostAsync(string path, object body)
    {
        var answer = await (await _http.PostAsync(path, Json(body), Stop)).EnsureSuccessStatusCode().Content.ReadAsStringAsync(Stop);
        return answer.Length == 0 ? new JsonObject() : JsonNode.Parse(answer)!;
    }

    /// <summary>What citizens see, newest first.</summary>
    public async Task<JsonArray> ArticlesAsync() => JsonNode.Parse(await _http.GetStringAsync($"/sim/accounts/{AppId}/articles", Stop))!.AsArray();

    /// <summary>A picture as the platform serves it.</summary>
    public Task<byte[]> ServedAsync(string address) => _http.GetByteArrayAsync(new Uri(new Uri(_http.BaseAddress!, address).PathAndQuery, UriKind.Relative), Stop);

    public async Task<int> CallsAsync(string path) =>
        JsonNode.Parse(await _http.GetStringAsync($"/sim/calls?appId={AppId}", Stop))!.AsArray().Count(call => (string?)call!["path"] == path);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _platform.DisposeAsync();
        await _services.DisposeAsync();
        await _postgres.DropAsync(_connection);
    }

    public static byte[] Jpeg(int width, int height, byte shade)
    {
        using var bitmap = new SkiaSharp.SKBitmap(width, height);
        bitmap.Erase(new SkiaSharp.SKColor(shade, 90, 120));
        using var data = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }

    private static Medium Picture(byte[] bytes) => new(
        Some.Police, Some.Editor.Id, "p.jpg", "image/jpeg", 470, 200, bytes, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), Some.Now);

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    private static ServiceProvider Node(string connection, WebApplication platform, FakeTimeProvider time, string? environment, Wire? wire = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Weixin:ApiBaseUrl"] = SimulatorHost.AddressOf(platform).ToString() }).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(new EnvironmentIdentity(environment)).AddConsoleInfrastructure(connection, configuration);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        if (wire is not null) services.AddHttpClient(Infrastructure.Weixin.WeixinTransport.ClientName).AddHttpMessageHandler(wire.Handler);
        return services.BuildServiceProvider();
    }

    private async Task FoundAsync()
    {
        await using var db = await Get<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(Stop);
        db.Sectors.Add(new Sector("police", "公安", "警", "#223344", 99));
        var department = Agency.Create("临江市委宣传部", "police", "320500", null, 0, null, Now, Some.Department).Value;
        var police = Agency.Create("市公安局", "police", "320500", department, 1, null, Now, Some.Police).Value;
        db.AddRange(department, police);
        db.AddRange(new AgencyLineage(department.Id, department.Id), new AgencyLineage(police.Id, police.Id), new AgencyLineage(police.Id, department.Id));
        foreach (var (actor, index) in new[] { Some.Editor, Some.Reviewer, Some.FinalReviewer, Some.Supervisor, Some.Administrator, Responder }.Select((actor, index) => (actor, index)))
        {
            db.Users.Add(new Person
            {
                Id = actor.PersonId, Name = actor.Name, AgencyId = Some.Police, Email = $"p{index}@example.gov", NormalizedEmail = $"P{index}@EXAMPLE.GOV",
                UserName = $"p{index}@example.gov", NormalizedUserName = $"P{index}@EXAMPLE.GOV", CreatedAt = Now,
            });
            db.RoleGrants.AddRange(actor.Grants.Select(grant => new RoleGrant(actor.PersonId, grant.Role, grant.AgencyId, null, Now)));
        }

        await db.SaveChangesAsync(Stop);
        var sealer = Get<SecretSealer>();
        Account = OfficialAccount.Apply(
            Some.Police, Some.Details(), Some.Secrets, new(sealer.Seal(Secret), sealer.Seal(CallbackToken), sealer.Seal(AesKey)), Some.Administrator.Id, Now.AddDays(-30)).Value;
        Account.NoteChecks(Some.Passing, Some.Administrator.Id, Now.AddDays(-29));
        Assert.True(Account.Approve(Some.Supervisor.PersonId, Now.AddDays(-28)).Succeeded);
        db.Accounts.Add(Account);
        await db.SaveChangesAsync(Stop);
    }

    private async Task OpenOnPlatformAsync(bool events, object? differences)
    {
        var settings = new JsonObject
        {
            ["appSecret"] = Secret,
            ["name"] = "临江交警",
            ["originalId"] = "gh_0123456789ab",
            ["kind"] = "subscription",
            ["verified"] = true,
            ["token"] = CallbackToken,
            ["encodingAesKey"] = AesKey,
            ["callbackUrl"] = events ? $"http://console/weixin/callback/{AppId}" : null,
        };
        foreach (var (name, value) in differences is null ? [] : JsonSerializer.SerializeToNode(differences)!.AsObject()) settings[name] = value?.DeepClone();
        await SetAsync(settings);
    }
}
