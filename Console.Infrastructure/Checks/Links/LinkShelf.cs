using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Checks.Links;

/// <summary>What is known of links, and which ones somebody just looked at; the lane takes those up. Nobody waits for an answer from outside.</summary>
public sealed class LinkShelf(IOptions<LinkOptions> options, TimeProvider time)
{
    private const int Room = 10_000;
    private static readonly TimeSpan _seenAgain = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _fresh = new();

    /// <summary>Whether links are tried at all.</summary>
    public bool IsOn => options.Value.Links;

    /// <summary>What is known of some links; all of them are noted as seen.</summary>
    public async Task<IReadOnlyDictionary<string, LinkFacts>> GetAsync(ConsoleDb db, IReadOnlyList<string> addresses, CancellationToken token)
    {
        if (!IsOn || addresses.Count == 0)
        {
            return new Dictionary<string, LinkFacts>(StringComparer.Ordinal);
        }

        Note(addresses);
        var hashes = addresses.Select(HashOf).ToArray();
        var rows = await db.Set<CheckedLink>().AsNoTracking().Where(link => hashes.Contains(link.UrlHash) && link.CheckedAt != null).ToListAsync(token);
        return rows.ToDictionary(link => link.Url, link => new LinkFacts(link.Alive, link.Reason, link.Status, link.CheckedAt!.Value), StringComparer.Ordinal);
    }

    /// <summary>The key of an address.</summary>
    internal static string HashOf(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)));

    /// <summary>Hands over the links seen since the last time.</summary>
    internal IReadOnlyList<string> TakeSeen()
    {
        var taken = new List<string>();
        while (taken.Count < 500 && _fresh.TryDequeue(out var address))
        {
            taken.Add(address);
        }

        return taken;
    }

    private void Note(IReadOnlyList<string> addresses)
    {
        var now = time.GetUtcNow();
        if (_seen.Count > Room)
        {
            _seen.Clear();
        }

        foreach (var address in addresses)
        {
            if (address.Length <= CheckedLink.UrlLimit && (!_seen.TryGetValue(address, out var at) || now - at > _seenAgain) && _fresh.Count < Room)
            {
                _seen[address] = now;
                _fresh.Enqueue(address);
            }
        }
    }
}
