using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Infrastructure.Checks;

/// <summary>What is looked at: articles as they stand on somebody's screen or in a revision.</summary>
/// <param name="PostId">The post; null before its first save.</param>
/// <param name="AccountId">The account it is for.</param>
/// <param name="Articles">The articles.</param>
/// <param name="At">The slot or the planned time, UTC; null: none yet.</param>
public sealed record CheckSubject(Guid? PostId, Guid AccountId, IReadOnlyList<Article> Articles, DateTimeOffset? At)
{
    /// <summary>The template it is written by; null for none.</summary>
    public string? TemplateKey { get; init; }
}
