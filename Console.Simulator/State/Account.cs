using System.Text.Json.Serialization;
using GovAccountConsole.Simulator.Callbacks;
using GovAccountConsole.Simulator.Drafts;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.Mass;
using GovAccountConsole.Simulator.Materials;
using GovAccountConsole.Simulator.Messages;
using GovAccountConsole.Simulator.Publishing;
using GovAccountConsole.Simulator.Tokens;

namespace GovAccountConsole.Simulator.State;

/// <summary>Everything the platform holds about one account. Read and written only while <see cref="Gate"/> is held.</summary>
internal sealed partial class Account
{
    [JsonIgnore]
    public Lock Gate { get; } = new();

    public AccountSettings Settings { get; set; } = new();
    public TokenBox Tokens { get; set; } = new();
    public Dictionary<string, StoredMaterial> Materials { get; set; } = new(StringComparer.Ordinal);
    public Dictionary<string, Draft> Drafts { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Ids of drafts deleted by a call: deleting them again succeeds.</summary>
    public HashSet<string> DeletedDrafts { get; set; } = new(StringComparer.Ordinal);
    public string? MenuJson { get; set; }
    public List<Publication> Publications { get; set; } = [];
    public List<MassSend> Sends { get; set; } = [];
    public int MassSpeed { get; set; } = 1;
    public List<PreviewRecord> Previews { get; set; } = [];
    public List<ChatLine> Chat { get; set; } = [];
    public List<PublishedArticle> Articles { get; set; } = [];
    public Dictionary<string, DayUsage> Usage { get; set; } = new(StringComparer.Ordinal);
    public List<DateTimeOffset> QuotaClears { get; set; } = [];

    /// <summary>Not kept over a restart.</summary>
    [JsonIgnore]
    public Ring<CallRecord> Calls { get; } = new(CallRecord.Kept);

    public List<PushRecord> Pushes { get; set; } = [];

    /// <summary>When the next open job falls due; nothing has to be looked at before.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextDue { get; set; }

    [JsonIgnore]
    public string AppId => Settings.AppId;
}
