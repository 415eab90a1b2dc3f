namespace GovAccountConsole.Simulator;

/// <summary>How a simulated platform behaves. Every value has the default of the real platform, or one that suits a demonstration.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Addresses to listen on, separated by semicolons; port 0 takes a free port.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5081";

    /// <summary>The address under which people and clients reach article pages and images; absent, the first listening address.</summary>
    public Uri? PublicBaseUrl { get; init; }

    /// <summary>The only source of time: token lifetimes, quotas, job delays, time-outs.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long a submitted publication stays "in progress".</summary>
    public TimeSpan PublishDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a mass send takes from its start to its finish event.</summary>
    public TimeSpan MassSendDelay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the administrator has to confirm a protected mass send.</summary>
    public TimeSpan AdminConfirmation { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a callback address may take to answer.</summary>
    public TimeSpan CallbackTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The pause before a callback is delivered again.</summary>
    public TimeSpan CallbackRetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many callbacks are delivered at the same time at most.</summary>
    public int CallbackLines { get; init; } = 256;

    /// <summary>Replaces the network for callbacks, e.g. by an in-memory test server.</summary>
    public HttpMessageHandler? CallbackHandler { get; init; }

    /// <summary>A JSON file that keeps the state over restarts (pictures beside it); absent, everything is in memory.</summary>
    public string? StatePath { get; init; }

    /// <summary>Longest title in characters. Officially 32; the API was measured to accept 64 and refuse 65.</summary>
    public int TitleLimit { get; init; } = 64;

    /// <summary>Longest digest in characters. Officially 128; 120 is the bound tools keep to.</summary>
    public int DigestLimit { get; init; } = 128;

    /// <summary>Calls per day and interface that differ from the platform's defaults, by path.</summary>
    public IReadOnlyDictionary<string, int> DailyLimits { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Where log lines go; absent, warnings go to the standard output.</summary>
    public ILoggerFactory? Logging { get; init; }
}
