using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts;

/// <summary>
/// Somebody has a post open: so that two people do not rewrite the same sentence unknowingly. Deleted when the page is left or nobody keeps it up;
/// nothing is counted from it, and no time of it is kept anywhere else (rules.md X4: nobody's presence is recorded).
/// </summary>
public sealed class PostVisit : IScoped
{
    /// <summary>How long a visit stands that is not kept up: a browser that vanished is gone after this.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(90);

    private PostVisit()
    {
    }

    /// <summary>Somebody opens a post.</summary>
    public PostVisit(Guid id, Guid postId, Guid agencyId, Guid personId)
    {
        (Id, PostId, AgencyId, PersonId) = (id, postId, agencyId, personId);
    }

    /// <summary>One open page.</summary>
    public Guid Id { get; private set; }

    /// <summary>The post.</summary>
    public Guid PostId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Whether the person may write here, or only reads.</summary>
    public bool Writes { get; private set; }

    /// <summary>Place of the article on the surface, from 0.</summary>
    public int Article { get; private set; }

    /// <summary>Place of the block with the caret, from 0; null while the caret is elsewhere.</summary>
    public int? Block { get; private set; }

    /// <summary>When it ends by itself, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Keeps the visit up. True when others see a difference.</summary>
    public bool Stay(bool writes, int article, int? block, DateTimeOffset now)
    {
        var moved = ExpiresAt <= now || (Writes, Article, Block) != (writes, article, block);
        (Writes, Article, Block, ExpiresAt) = (writes, article, block, now + Life);
        return moved;
    }
}
