namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>One check as data: what it is called, where it belongs, which document asks for it.</summary>
/// <param name="Code">Stable code of its findings and key of its sentences.</param>
/// <param name="Group">The line under which it counts as fine; see <see cref="CheckCatalogue.Groups"/>.</param>
/// <param name="Source">Key of the name of its source (document number, platform rule).</param>
/// <param name="Level">What it is when no profile says otherwise.</param>
/// <param name="IsFixed">A limit of the platform, or what a template requires: nobody can turn it down or dismiss it, and submitting refuses it with a code of its own.</param>
public sealed record CheckRule(string Code, string Group, string Source, CheckLevel Level, bool IsFixed = false);
