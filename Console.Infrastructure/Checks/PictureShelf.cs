using System.Collections.Concurrent;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks;

/// <summary>What is known of pictures besides their pixels. The bytes of a picture never change, so each is read once on a node.</summary>
public sealed class PictureShelf
{
    private const int Room = 5_000;

    private readonly ConcurrentDictionary<Guid, PictureFacts> _known = new();

    /// <summary>The facts of those of the pictures that lie within the scope of the context.</summary>
    public async Task<IReadOnlyDictionary<Guid, PictureFacts>> GetAsync(ConsoleDb db, IReadOnlyCollection<Guid> pictures, CancellationToken token)
    {
        if (pictures.Count == 0)
        {
            return new Dictionary<Guid, PictureFacts>();
        }

        // Scope is asked every time; only the facts are remembered.
        var visible = await db.Media.AsNoTracking().Where(medium => pictures.Contains(medium.Id)).Select(medium => new { medium.Id, medium.ExpiresOn }).ToListAsync(token);
        var wanted = visible.Select(medium => medium.Id).Where(id => !_known.ContainsKey(id)).ToArray();
        foreach (var id in wanted)
        {
            var medium = await db.Media.AsNoTracking().Where(row => row.Id == id).Select(row => new { row.FileName, row.Content!.Bytes }).SingleAsync(token);
            if (_known.Count >= Room)
            {
                _known.Clear();
            }

            _known[id] = new PictureFacts(medium.FileName, PictureWords.In(medium.Bytes));
        }

        // Until when a picture may be shown is no part of its bytes and may have changed.
        return visible.Where(medium => _known.ContainsKey(medium.Id)).ToDictionary(medium => medium.Id, medium => _known[medium.Id] with { ExpiresOn = medium.ExpiresOn });
    }
}
