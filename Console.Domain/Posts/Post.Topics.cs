using System.Text.Json.Serialization;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts;

/// <summary>涉及事项: what a post touches that asks for a stricter review. Named by its author; reviewers see it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PostTopic>))]
public enum PostTopic
{
    /// <summary>时政: leaders, meetings, political events (rules.md A6 X12).</summary>
    CurrentAffairs,

    /// <summary>突发事件: an emergency and what is said about it (国办发〔2016〕80号).</summary>
    Incident,

    /// <summary>涉未成年人.</summary>
    Minors,

    /// <summary>案件信息: a case under investigation or in court.</summary>
    Case,

    /// <summary>人事任免.</summary>
    Appointment,

    /// <summary>招录.</summary>
    Recruitment,
}

public sealed partial class Post
{
    /// <summary>What it touches; sorted, each once.</summary>
    public IReadOnlyList<PostTopic> Topics { get; private set; } = [];

    /// <summary>
    /// Says what the post touches. In review, approved or scheduled this is a change like any other: all approvals and the slot are void and
    /// review starts again under the plan that now holds.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    public Result<bool> Touch(IEnumerable<PostTopic> topics, ReviewPlan plan, Guid by, DateTimeOffset now)
    {
        if (!PostTransitions.Allow(PostAction.Edit, Status))
        {
            return PostErrors.WrongState(PostAction.Edit, Status);
        }

        PostTopic[] sorted = [.. topics.Distinct().Order()];
        if (sorted.SequenceEqual(Topics))
        {
            return false;
        }

        Topics = sorted;
        NoteContributor(by);
        if (PostTransitions.VoidedByEdit.Contains(Status))
        {
            PublishAt = null;
            Trouble = null;
            StartReview(plan, now);
            MoveTo(PostStatus.InReview, "edited", by, now);
        }
        else
        {
            UpdatedAt = now;
        }

        return true;
    }
}
