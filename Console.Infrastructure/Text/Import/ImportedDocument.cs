namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>Something a document had that the article does not have, or has in another form.</summary>
/// <param name="What">Stable word, one of <see cref="DroppedWhat"/>.</param>
/// <param name="Count">How many.</param>
public sealed record DroppedPart(string What, int Count);

/// <summary>A picture inside a document.</summary>
/// <param name="Name">Its file name inside the document, for people.</param>
/// <param name="Bytes">As embedded; not yet looked at.</param>
/// <param name="Cut">The part that the document shows.</param>
/// <param name="Alt">What the document says it shows.</param>
internal sealed record ImportedPicture(string Name, byte[] Bytes, PictureCut Cut, string Alt);

/// <summary>How much of each side a document hides, as a part of the whole from 0 to 1. What was hidden must not come to light.</summary>
internal sealed record PictureCut(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Nothing is hidden.</summary>
    public static PictureCut None { get; } = new(0, 0, 0, 0);

    /// <summary>Whether the whole picture is shown.</summary>
    public bool IsNone => Left <= 0 && Top <= 0 && Right <= 0 && Bottom <= 0;
}

/// <summary>A document read: clean HTML in which pictures still are numbers.</summary>
/// <param name="Title">The proposed title; empty where the document offers none.</param>
/// <param name="Html">The body; a picture stands as <see cref="PictureMark"/>.</param>
/// <param name="Pictures">The pictures by number.</param>
/// <param name="Dropped">What did not come along.</param>
internal sealed record ImportedDocument(string Title, string Html, IReadOnlyList<ImportedPicture> Pictures, DroppedParts Dropped)
{
    /// <summary>The element that stands for picture <paramref name="number"/>.</summary>
    public static string PictureMark(int number, string alt) =>
        FormattableString.Invariant($"<img data-import=\"{number}\" alt=\"{HtmlWords.Attribute(alt)}\">");
}
