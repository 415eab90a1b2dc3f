using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews.Remarks;

/// <summary>A line under a remark as shown.</summary>
public sealed record RemarkNoteRow(RemarkNoteKind Kind, PersonName By, string? Text, int Revision, DateTimeOffset At);

/// <summary>A remark as shown, with the place of its words in the revision that is looked at.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Number">The figure beside the words.</param>
/// <param name="Revision">Number of the revision it was made on.</param>
/// <param name="Passage">The words it was made on.</param>
/// <param name="Place">Where they stand now.</param>
/// <param name="Now">The words that stand there now; null where they are the same or gone.</param>
/// <param name="Text">What was said.</param>
/// <param name="By">Who said it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="State">How it stands.</param>
/// <param name="Notes">What was answered.</param>
/// <param name="MaySettle">Whether the actor may settle it, or open it again.</param>
public sealed record RemarkRow(
    Guid Id, int Number, int Revision, Passage Passage, Place Place, string? Now, string Text, PersonName By, DateTimeOffset At, RemarkState State,
    IReadOnlyList<RemarkNoteRow> Notes, bool MaySettle);

/// <summary>The remarks of a post with what the actor may do about them.</summary>
/// <param name="Items">In the order they were made.</param>
/// <param name="MaySpeak">Whether the actor may open and answer.</param>
/// <param name="MayMend">Whether the actor may say that a passage was changed.</param>
public sealed record PostRemarks(IReadOnlyList<RemarkRow> Items, bool MaySpeak, bool MayMend)
{
    /// <summary>No remarks, and nobody to make one.</summary>
    public static PostRemarks None { get; } = new([], false, false);

    /// <summary>How many wait to be settled.</summary>
    public int Waiting => Items.Count(remark => remark.State != RemarkState.Settled);
}

/// <summary>Reads the remarks of a post within the actor's scope.</summary>
public sealed class RemarkQueries(Work work)
{
    /// <summary>All remarks of a post, placed in <paramref name="revision"/>, or the newest one; null when the post or the revision is absent or out of scope.</summary>
    public Task<PostRemarks?> OfPostAsync(Actor actor, Guid postId, int? revision, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            if (await db.Posts.Include(row => row.Review).AsSingleQuery().SingleOrDefaultAsync(row => row.Id == postId, token) is not { } post)
            {
                return null;
            }

            var lineage = await db.AgencyLineage.Where(line => line.AgencyId == post.AgencyId).Select(line => line.AncestorId).ToArrayAsync(token);
            var voice = RemarkVoice.Of(post, current, lineage);
            var remarks = await db.Remarks.Where(remark => remark.PostId == postId).OrderBy(remark => remark.Number).ToListAsync(token);
            var number = revision ?? post.RevisionNumber;
            if (number < 1 || number > post.RevisionNumber)
            {
                return null;
            }

            // Without remarks the revision need not be read and parsed: most posts have none.
            var shown = remarks.Count == 0 ? null : await db.Revisions.SingleOrDefaultAsync(row => row.PostId == postId && row.Number == number, token);
            if (shown is null && remarks.Count > 0)
            {
                return null;
            }

            var names = await PostNames.OfPeopleAsync(db, remarks.SelectMany(remark => remark.Notes.Select(note => note.ById).Append(remark.ById)), token);
            var texts = new FieldTexts(remarks.Count == 0 ? [] : shown!.Content.Articles);
            return new PostRemarks([.. remarks.Select(remark => Row(remark, number, texts, voice, names))], voice.Speaks, voice.Writes);
        }, token);

    private static RemarkRow Row(Remark remark, int revision, FieldTexts texts, RemarkVoice voice, Dictionary<Guid, PersonName> names)
    {
        var passage = remark.Passage;
        var place = remark.Revision == revision
            ? new Place(PlaceState.Kept, passage.Article, passage.Offset, passage.Quote.Length)
            : Anchoring.Find(passage, texts.Of(passage.Field));
        var now = place.State == PlaceState.Changed ? texts.Of(passage.Field)[place.Article].Substring(place.Start, place.Length) : null;
        return new RemarkRow(
            remark.Id, remark.Number, remark.Revision, passage, place, now, remark.Text, names[remark.ById], remark.At, remark.State,
            [.. remark.Notes.OrderBy(note => note.Number).Select(note => new RemarkNoteRow(note.Kind, names[note.ById], note.Text, note.Revision, note.At))],
            remark.MaySettle(voice));
    }

    // A body is read once, however many remarks stand in it.
    private sealed class FieldTexts(IReadOnlyList<Article> articles)
    {
        private readonly Dictionary<RemarkField, IReadOnlyList<string>> _texts = [];

        public IReadOnlyList<string> Of(RemarkField field) =>
            _texts.TryGetValue(field, out var known) ? known : _texts[field] = [.. articles.Select(article => Passage.TextOf(article, field))];
    }
}
