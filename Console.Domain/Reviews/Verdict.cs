using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>What a reviewer says of a step, before it is taken down.</summary>
/// <param name="Kind">Approve or return.</param>
/// <param name="Comment">Remark, or the reasons in free words.</param>
/// <param name="Ticks">Entries of the step's checklist that were confirmed one by one; null = decided without ticking (through the API).</param>
/// <param name="Reasons">Codes of the list of return reasons.</param>
public sealed record Verdict(DecisionKind Kind, string? Comment, IReadOnlyList<string>? Ticks = null, IReadOnlyList<string>? Reasons = null)
{
    /// <summary>Most reasons of one return.</summary>
    public const int MostReasons = 10;

    /// <summary>Longest code of a reason, in characters.</summary>
    public const int ReasonLimit = 40;

    /// <summary>The same without blanks and repetitions.</summary>
    public Verdict Tidied() => this with
    {
        Comment = string.IsNullOrWhiteSpace(Comment) ? null : Comment.Trim(),
        Ticks = Ticks is null ? null : [.. Ticks.Distinct(StringComparer.Ordinal)],
        Reasons = Kind == DecisionKind.Approve ? [] : [.. (Reasons ?? []).Select(reason => reason.Trim()).Where(reason => reason.Length > 0).Distinct(StringComparer.Ordinal)],
    };

    /// <summary>Everything that is missing or too long for <paramref name="step"/>.</summary>
    public IReadOnlyList<Error> ErrorsFor(ReviewStep step)
    {
        var errors = new List<Error>();
        if (Kind == DecisionKind.Return && Comment is null && Reasons is null or { Count: 0 })
        {
            errors.Add(PostErrors.NoReason);
        }

        if (Comment?.Length > Post.CommentLimit)
        {
            errors.Add(Error.TooLong("comment", Post.CommentLimit));
        }

        if (Reasons?.Count > MostReasons || Reasons?.Any(reason => reason.Length > ReasonLimit) == true)
        {
            errors.Add(Error.NotAccepted("reasons"));
        }

        if (Ticks is { } ticks)
        {
            if (ticks.Except(step.Checklist, StringComparer.Ordinal).Any())
            {
                errors.Add(Error.NotAccepted("ticks"));
            }
            else if (Kind == DecisionKind.Approve && step.Checklist.Count(entry => !ticks.Contains(entry, StringComparer.Ordinal)) is > 0 and var open)
            {
                errors.Add(ReviewErrors.ChecklistIncomplete(open));
            }
        }

        return errors;
    }
}
