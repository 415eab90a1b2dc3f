using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Api;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Reviews;

/// <summary>A revision in a list on the wire; <c>autosaved</c> ones may still be replaced by their writer's next pause.</summary>
public sealed record RevisionJson(int Number, string ContentHash, PersonJson By, DateTimeOffset At, bool Autosaved)
{
    /// <summary>Puts a revision on the wire.</summary>
    public static RevisionJson Of(RevisionRow row) => new(row.Number, row.ContentHash, new PersonJson(row.By.Id, row.By.Name), row.At, row.Autosaved);
}

/// <summary>A revision whole on the wire: everything its hash stands for that a caller can use.</summary>
public sealed record RevisionContentJson(
    int Number, string ContentHash, PersonJson By, DateTimeOffset At, Channel Channel, DateTimeOffset? NotBefore, DateTimeOffset? NotAfter, IReadOnlyList<Article> Articles)
{
    /// <summary>Puts a revision on the wire.</summary>
    public static RevisionContentJson Of(RevisionDetail row) => new(
        row.Number, row.ContentHash, new PersonJson(row.By.Id, row.By.Name), row.At, row.Content.Channel, row.Content.Window?.NotBefore, row.Content.Window?.NotAfter, row.Articles);
}

/// <summary>A piece of text that stayed, went or came.</summary>
public sealed record PieceJson(DiffKind Kind, string Text)
{
    /// <summary>Puts pieces on the wire.</summary>
    public static IReadOnlyList<PieceJson> Of(IReadOnlyList<DiffPart> parts) => [.. parts.Select(part => new PieceJson(part.Kind, part.Text.TrimStart(ReadingText.PictureMark)))];
}

/// <summary>A field beside the body that changed.</summary>
public sealed record ComparedFieldJson(string Name, IReadOnlyList<PieceJson> Pieces);

/// <summary>Something that is no text and changed; <c>sentence</c> says it in the caller's language.</summary>
public sealed record ComparedSettingJson(string Code, string Sentence);

/// <summary>A block of a body with what changed in it; of a row of a table, cell by cell; the text of a picture is its address.</summary>
public sealed record ComparedBlockJson(BlockKind Kind, int Changes, bool Moved, IReadOnlyList<PieceJson> Pieces, IReadOnlyList<IReadOnlyList<PieceJson>> Cells);

/// <summary>An article compared; <c>gone</c> ones are counted as in the earlier revision.</summary>
public sealed record ComparedArticleJson(
    int Number, bool Gone, int Changes, IReadOnlyList<PieceJson> Title, IReadOnlyList<PieceJson> Digest, IReadOnlyList<ComparedFieldJson> Fields, Guid? CoverBefore,
    Guid? CoverAfter, IReadOnlyList<ComparedSettingJson> Settings, IReadOnlyList<ComparedBlockJson> Blocks);

/// <summary>What changed from one revision to another.</summary>
public sealed record ComparisonJson(int From, int To, int Changes, IReadOnlyList<ComparedSettingJson> Settings, IReadOnlyList<ComparedArticleJson> Articles)
{
    /// <summary>Puts a comparison on the wire.</summary>
    public static ComparisonJson Of(ComparedRevisions compared, IStringLocalizer<ReviewsText> words)
    {
        return new ComparisonJson(compared.From, compared.To, compared.Changed.Changes, Settings(compared.Changed.Settings), [.. compared.Changed.Articles.Select(Article)]);

        ComparedArticleJson Article(ComparedArticle article) => new(
            article.Number, article.Gone, article.Changes, PieceJson.Of(article.Title), PieceJson.Of(article.Digest),
            [.. article.Fields.Select(field => new ComparedFieldJson(Code(field.Key), PieceJson.Of(field.Parts)))], article.CoverBefore, article.CoverAfter,
            Settings(article.Settings), [.. article.Blocks.Select(Block)]);

        IReadOnlyList<ComparedSettingJson> Settings(IReadOnlyList<ComparedSetting> settings) =>
            [.. settings.Select(setting => new ComparedSettingJson(Code(setting.Key), words[setting.Key, [.. setting.Values]]))];
    }

    private static ComparedBlockJson Block(ComparedBlock block) => new(
        block.Kind, block.Changes, block.Paragraph.Moved, block.Kind == BlockKind.Row ? [] : PieceJson.Of(block.Paragraph.Parts), [.. block.Cells.Select(PieceJson.Of)]);

    // "Setting.ToMassSend" is a key of the words; on the wire it is "toMassSend".
    private static string Code(string key) => key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..] is var name ? char.ToLowerInvariant(name[0]) + name[1..] : key;
}
