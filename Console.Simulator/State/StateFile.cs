using System.Text.Json;

namespace GovAccountConsole.Simulator.State;

/// <summary>
/// Keeps the state in one JSON file, pictures as files beside it. A changed state is written about a second later, to a new file that
/// then takes the place of the old one.
/// </summary>
internal sealed class StateFile(SimulatorOptions options, PlatformState state, TimeProvider time, ILogger<StateFile> log) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly HashSet<string> _keptImages = new(StringComparer.Ordinal);
    private ITimer? _timer;
    private long _savedVersion;

    private string? ImageFolder => options.StatePath is null ? null : options.StatePath + ".images";

    public async Task LoadAsync(CancellationToken token)
    {
        if (options.StatePath is null || !File.Exists(options.StatePath))
        {
            return;
        }
        await using var stream = File.OpenRead(options.StatePath);
        var kept = await JsonSerializer.DeserializeAsync<KeptState>(stream, cancellationToken: token)
            ?? throw new InvalidDataException($"{options.StatePath} holds no simulator state.");
        state.Counters = (kept.LastId, kept.LastMessageId);
        foreach (var image in kept.Images)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(ImageFolder!, image.Id), token);
            state.Images[image.Id] = new StoredImage(image.Id, image.Format, bytes);
            _keptImages.Add(image.Id);
        }
        foreach (var account in kept.Accounts)
        {
            state.Accounts[account.AppId] = account;
            foreach (var issued in account.Tokens.All)
            {
                state.TokenOwners[issued.Value] = account.AppId;
            }
            foreach (var article in account.Articles)
            {
                state.ArticleOwners[article.Key] = account.AppId;
            }
        }
        _savedVersion = state.Version;
    }

    public void StartSaving()
    {
        if (options.StatePath is not null)
        {
            _timer = time.CreateTimer(_ => _ = SaveQuietlyAsync(), state: null, Pause, Pause);
        }
    }

    public async Task StopSavingAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
            await SaveQuietlyAsync();
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _writing.Dispose();
    }

    private async Task SaveQuietlyAsync()
    {
        try
        {
            await SaveAsync();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(problem, "The simulator could not save its state to {Path}.", options.StatePath);
        }
    }

    private async Task SaveAsync()
    {
        await _writing.WaitAsync();
        try
        {
            var version = state.Version;
            if (version == _savedVersion)
            {
                return;
            }
            Directory.CreateDirectory(ImageFolder!);
            var images = state.Images.Values.ToList();
            foreach (var image in images.Where(image => _keptImages.Add(image.Id)))
            {
                await File.WriteAllBytesAsync(Path.Combine(ImageFolder!, image.Id), image.Bytes);
            }
            var draft = options.StatePath + ".new";
            await using (var stream = OpenPrivate(draft))
            {
                await WriteAsync(stream, images);
            }
            File.Move(draft, options.StatePath!, overwrite: true);
            _savedVersion = version;
        }
        finally
        {
            _writing.Release();
        }
    }

    // The file holds the secrets of the (fictional) accounts: nobody else on the machine needs to read it.
    private static FileStream OpenPrivate(string path)
    {
        var open = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(path, open);
    }

    private async Task WriteAsync(Stream stream, List<StoredImage> images)
    {
        var accounts = new List<JsonElement>();
        foreach (var account in state.Accounts.Values)
        {
            lock (account.Gate)
            {
                accounts.Add(JsonSerializer.SerializeToElement(account));
            }
        }
        var (lastId, lastMessageId) = state.Counters;
        await JsonSerializer.SerializeAsync(stream, new
        {
            LastId = lastId,
            LastMessageId = lastMessageId,
            Images = images.Select(image => new KeptImage(image.Id, image.Format)),
            Accounts = accounts,
        });
    }

    private sealed record KeptImage(string Id, string Format);

    private sealed record KeptState(long LastId, long LastMessageId, IReadOnlyList<KeptImage> Images, IReadOnlyList<Account> Accounts);
}
