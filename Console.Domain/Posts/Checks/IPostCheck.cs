namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>One idea of what may be wrong with an article. Pure, offline, linear in the length of the text.</summary>
internal interface IPostCheck
{
    /// <summary>What it finds; the weight is set afterwards from the rule profile.</summary>
    IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text);
}
