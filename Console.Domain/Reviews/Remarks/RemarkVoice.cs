using System.Runtime.InteropServices;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Domain.Reviews.Remarks;

/// <summary>What a person is to a post where its remarks are concerned.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Writes">Wrote or changed the post, or may write for its agency.</param>
/// <param name="Reviews">May review it: holds a reviewing role for its agency, decides its current step or decided one, and did not write it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RemarkVoice(Guid PersonId, bool Writes, bool Reviews)
{
    /// <summary>Whether the person has a say at all.</summary>
    public bool Speaks => Writes || Reviews;

    /// <summary>Reads it off the post and the person's grants.</summary>
    /// <param name="post">The post, with its review where there is one.</param>
    /// <param name="actor">The person.</param>
    /// <param name="lineage">The post's agency and all bodies above it.</param>
    public static RemarkVoice Of(Post post, Actor actor, IReadOnlyCollection<Guid> lineage)
    {
        var person = actor.PersonId;
        var wrote = post.IsWrittenBy(person);
        var reviews = !wrote && (actor.Can(Permission.ReviewPosts, lineage) || post.Review?.HasDecided(person) == true
            || post.Status == PostStatus.InReview && post.ReviewRefusal(actor, lineage) is null);
        return new RemarkVoice(person, wrote || !reviews && actor.Can(Permission.WritePosts, lineage), reviews);
    }
}
