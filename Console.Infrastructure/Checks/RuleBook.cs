using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Infrastructure.Checks;

/// <summary>One state of all maintained rules, compiled.</summary>
/// <param name="Words">The word list.</param>
/// <param name="Offices">The names and titles list.</param>
/// <param name="Sites">The list of official sites.</param>
/// <param name="BySector">Which profile binds which sector.</param>
/// <param name="Strictest">What binds a sector that no profile names.</param>
public sealed record RuleBook(WordBook Words, OfficeBook Offices, SiteBook Sites, IReadOnlyDictionary<string, CheckProfile> BySector, CheckProfile Strictest)
{
    /// <summary>The profile of an agency by its sector.</summary>
    public CheckProfile ProfileOf(string? sector) => sector is not null && BySector.TryGetValue(sector, out var profile) ? profile : Strictest;
}
