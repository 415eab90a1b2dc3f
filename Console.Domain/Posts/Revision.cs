namespace GovAccountConsole.Domain.Posts;

/// <summary>版本: an immutable snapshot of a post's content with its SHA-256.</summary>
public sealed class Revision
{
    private Revision()
    {
        Text = ContentHash = string.Empty;
    }

    internal Revision(Guid postId, Guid agencyId, int number, PostContent content, Guid by, DateTimeOffset now, bool autosaved)
    {
        PostId = postId;
        AgencyId = agencyId;
        Number = number;
        Text = content.ToCanonicalText();
        ContentHash = PostContent.HashOf(Text);
        ById = by;
        At = now;
        Autosaved = autosaved;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The post it belongs to.</summary>
    public Guid PostId { get; private set; }

    /// <summary>The agency of the post.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>1, 2, 3 … within the post.</summary>
    public int Number { get; private set; }

    /// <summary>The canonical text that was hashed.</summary>
    public string Text { get; private set; }

    /// <summary>SHA-256 of <see cref="Text"/>, lower-case hex.</summary>
    public string ContentHash { get; private set; }

    /// <summary>Who made it.</summary>
    public Guid ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Made by the editor's autosave: the same author's next autosave takes its number, so that history shows versions and not pauses in typing.</summary>
    public bool Autosaved { get; private set; }

    /// <summary>The content, parsed.</summary>
    public PostContent Content => PostContent.FromCanonicalText(Text);

    /// <summary>Whether the stored text still is what was hashed.</summary>
    public bool IsIntact => PostContent.HashOf(Text) == ContentHash;

    /// <summary>Seals an autosaved revision: from now on it is a version of its own.</summary>
    internal void Seal() => Autosaved = false;
}
