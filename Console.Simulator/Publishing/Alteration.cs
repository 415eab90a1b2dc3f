using GovAccountConsole.Simulator.Drafts;

namespace GovAccountConsole.Simulator.Publishing;

/// <summary>A change that somebody with the account's password makes in the platform's back office, past the console.</summary>
internal static class Alteration
{
    private const string Sentence = "（此段不是送审的内容：有人在平台后台改动了文章。）";

    public static List<DraftArticle> Of(IEnumerable<DraftArticle> articles) => [.. articles.Select(Of)];

    public static DraftArticle Of(DraftArticle article) => article with { Content = article.Content + $"<p>{Sentence}</p>" };
}
