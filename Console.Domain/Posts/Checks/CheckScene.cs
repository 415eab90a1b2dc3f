using GovAccountConsole.Domain.Templates;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>Everything the checks look at; nothing else is asked while they run.</summary>
public sealed record CheckScene
{
    /// <summary>The articles as typed.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>The day people will read it, in Asia/Shanghai: the planned day, else today.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether <see cref="Day"/> is a planned one, so that 明天 and 本周六 can be told.</summary>
    public bool Planned { get; init; }

    /// <summary>Which checks hold, with which limits.</summary>
    public CheckProfile Profile { get; init; } = CheckProfile.Strictest;

    /// <summary>The maintained words.</summary>
    public WordBook Words { get; init; } = WordBook.Empty;

    /// <summary>The maintained names and titles.</summary>
    public OfficeBook Offices { get; init; } = OfficeBook.Empty;

    /// <summary>The maintained official sites; null where they are not looked at.</summary>
    public SiteBook? Sites { get; init; }

    /// <summary>The template it is written by; null for a free text.</summary>
    public TemplateRule? Template { get; init; }

    /// <summary>Whether an address is a picture of this console.</summary>
    public Func<string, bool> IsOurPicture { get; init; } = address => address.StartsWith("/media/", StringComparison.Ordinal);

    /// <summary>What is known of the pictures shown.</summary>
    public IReadOnlyDictionary<Guid, PictureFacts> Pictures { get; init; } = new Dictionary<Guid, PictureFacts>();

    /// <summary>What is known of the links, by address.</summary>
    public IReadOnlyDictionary<string, LinkFacts> Links { get; init; } = new Dictionary<string, LinkFacts>(StringComparer.Ordinal);

    /// <summary>Whether links are tried in the background at all.</summary>
    public bool LinksTried { get; init; }

    /// <summary>Findings that somebody called no problem, by <see cref="CheckFinding.Print"/>.</summary>
    public IReadOnlyDictionary<string, DismissalNote> Dismissals { get; init; } = new Dictionary<string, DismissalNote>(StringComparer.Ordinal);
}
