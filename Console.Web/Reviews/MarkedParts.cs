using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Infrastructure.Reviews.Remarks;

namespace GovAccountConsole.Web.Reviews;

/// <summary>A remark's place in a text of today.</summary>
/// <param name="Number">The figure shown beside the words.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Settled">Whether it is settled; then it is shown quietly.</param>
public sealed record TextMark(int Number, int Start, int End, bool Settled);

/// <summary>A piece of text that is of one kind and wholly inside or outside a remark's place.</summary>
/// <param name="Kind">Same, new or gone.</param>
/// <param name="Text">The words.</param>
/// <param name="Mark">The remark it belongs to.</param>
/// <param name="Ends">Remarks whose words end here, for their figures.</param>
public sealed record MarkedPiece(DiffKind Kind, string Text, TextMark? Mark, IReadOnlyList<int> Ends);

/// <summary>Cuts the pieces of a comparison where remarks begin and end.</summary>
public static class MarkedParts
{
    /// <summary>The places of remarks in one field of one article.</summary>
    public static IReadOnlyList<TextMark> In(IEnumerable<RemarkRow> remarks, int article, RemarkField field) =>
    [
        .. remarks.Where(row => row.Place.State != PlaceState.Gone && row.Place.Article == article && row.Passage.Field == field)
            .Select(row => new TextMark(row.Number, row.Place.Start, row.Place.Start + row.Place.Length, row.State == RemarkState.Settled)),
    ];

    /// <summary>The pieces of a text that begins at <paramref name="start"/> of its field; what is gone takes no room there.</summary>
    public static IEnumerable<MarkedPiece> Of(IReadOnlyList<DiffPart> parts, int start, IReadOnlyList<TextMark> marks)
    {
        var at = start;
        foreach (var part in parts)
        {
            if (part.Kind == DiffKind.Deleted || marks.Count == 0)
            {
                yield return new MarkedPiece(part.Kind, part.Text, null, []);
                at += part.Kind == DiffKind.Deleted ? 0 : part.Text.Length;
                continue;
            }

            var (from, end) = (at, at + part.Text.Length);
            while (at < end)
            {
                var next = marks.SelectMany(mark => new[] { mark.Start, mark.End }).Where(edge => edge > at && edge < end).DefaultIfEmpty(end).Min();
                var mark = marks.Where(row => row.Start <= at && row.End > at).OrderBy(row => row.Settled).ThenByDescending(row => row.Start).FirstOrDefault();
                yield return new MarkedPiece(part.Kind, part.Text[(at - from)..(next - from)], mark, [.. marks.Where(row => row.End == next && row.Start <= at).Select(row => row.Number)]);
                at = next;
            }
        }
    }
}
