using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Infrastructure.Notices;

namespace GovAccountConsole.Web.Notices;

/// <summary>A notice as shown.</summary>
/// <param name="Text">What happened, in one sentence.</param>
/// <param name="Detail">The reason or the way out; null where there is none.</param>
/// <param name="Href">The exact place, relative to the base.</param>
public sealed record NoticeItem(Guid Id, NoticeKind Kind, string Text, string? Detail, string Href, DateTimeOffset At, bool Read)
{
    /// <summary>The row in the current language.</summary>
    public static NoticeItem Of(NoticeRow row, NoticeWords words) =>
        new(row.Id, row.Kind, words.Sentence(row), words.Detail(row), NoticeWords.Place(row), row.At, row.ReadAt is not null);
}
